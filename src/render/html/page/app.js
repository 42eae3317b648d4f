// Puts the parts together: the bar of views, the findings with their facets, and the way to a place by its address:
//   #f3 a finding   #c17 a claim in its article   #d4 an article   #articles #sources #once #skipped
// What the browser showed before (plain HTML) goes; files that could not be read stay as they are. Printing lays out all
// that the filter leaves, and opens it while that is a readable number.
(() => {
  'use strict';
  const {
    h,
    counted,
    grouped,
    page,
    docs,
    findings,
    looks,
    byId,
    filter,
    facets,
    list,
    articles,
    sources,
    reviews,
    storage,
  } = crosscheck;
  const kOpenedInPrint = 60;
  const main = document.getElementById('main');
  const skipped = document.querySelector('.plain[data-part="skipped"]');

  // ---- the findings ----

  const status = h('p', { class: 'status', role: 'status' });
  const chips = h('ul', { class: 'chips' });
  const panel = facets.panel(() => apply());
  const findingsView = h(
    'div',
    { class: 'columns' },
    panel.root,
    h(
      'section',
      { class: 'results', id: 'results', tabindex: '-1', 'aria-label': 'Findings' },
      h('div', { class: 'result-bar' }, status, chips),
      list.root,
    ),
  );

  function chipsOf() {
    const out = [];
    const chip = (words, drop) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            'aria-label': `Remove filter: ${words}`,
            click: () => {
              drop();
              apply();
              status.focus();
            },
          },
          words,
          ' ',
          h('span', { 'aria-hidden': 'true' }, '×'),
        ),
      );
    if (filter.state.only)
      out.push(
        chip(filter.state.only.words, () => {
          filter.state.only = null;
        }),
      );
    if (filter.state.words.length) {
      out.push(
        chip(`“${filter.state.words.join(' ')}”`, () => {
          filter.search('');
          panel.input.value = '';
        }),
      );
    }
    for (const facet of filter.facets) {
      const chosen = filter.state.chosen.get(facet.name);
      for (const value of chosen) out.push(chip(facet.words(value), () => chosen.delete(value)));
    }
    return out;
  }

  function apply() {
    const { shown, counts } = filter.apply();
    list.show(shown);
    panel.update(counts);
    status.textContent = filter.active()
      ? `${grouped(shown.length)} of ${counted(findings.length, 'finding', 'findings')}`
      : counted(findings.length, 'finding', 'findings');
    chips.replaceChildren(...chipsOf());
    for (const button of document.querySelectorAll('#tally button[data-relation]')) {
      button.setAttribute('aria-pressed', String(filter.state.chosen.get('relation').has(button.dataset.relation)));
    }
  }

  crosscheck.showOnly = (words, ids) => {
    panel.reset();
    filter.state.only = { words, ids };
    apply();
    location.hash = '#findings';
  };

  // ---- the bar of views ----

  const views = [
    { name: 'findings', words: 'Findings', count: findings.length, make: () => findingsView },
    { name: 'articles', words: 'Articles', count: docs.length, make: articles.list },
    { name: 'sources', words: 'Sources', make: sources.matrix },
    { name: 'once', words: 'Said once', count: page.once.length, make: articles.once },
  ];
  if (skipped)
    views.push({
      name: 'skipped',
      words: 'Not read',
      make: () => {
        skipped.classList.remove('plain');
        return skipped;
      },
    });
  const tabs = new Map(
    views.map((view) => [
      view.name,
      h(
        'a',
        { href: `#${view.name}` },
        view.words,
        view.count === undefined ? null : [' ', h('span', { class: 'count' }, grouped(view.count))],
      ),
    ]),
  );

  const themes = ['auto', 'light', 'dark'];
  const theme = h('button', { type: 'button', class: 'theme' });
  function setTheme(name) {
    if (name === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    storage.set('crosscheck.theme', name);
    theme.textContent = `Theme: ${name}`;
  }
  theme.addEventListener('click', () => {
    const now = document.documentElement.dataset.theme || 'auto';
    setTheme(themes[(themes.indexOf(now) + 1) % themes.length]);
  });
  setTheme(document.documentElement.dataset.theme || 'auto');

  const save = h('button', { type: 'button', class: 'save', click: reviews.save });
  const countReviews = () => {
    save.textContent = `Export reviews.jsonl (${grouped(reviews.count())})`;
    save.disabled = reviews.count() === 0;
  };
  countReviews();
  const bar = h(
    'nav',
    { class: 'views', 'aria-label': 'Views' },
    h(
      'ul',
      { class: 'tabs' },
      [...tabs.values()].map((tab) => h('li', {}, tab)),
    ),
    h('div', { class: 'tools' }, save, theme),
  );

  reviews.listen((fingerprint) => {
    for (const card of list.cards.values()) if (card.finding.fp === fingerprint) card.reviewed();
    countReviews();
    panel.reviewed();
    panel.update(filter.apply().counts);
  });

  /** The large numbers above are filters, too. */
  function enliven() {
    for (const item of document.querySelectorAll('#tally li')) {
      const relation = item.dataset.relation;
      const press = () => {
        if (!looks.has(relation)) {
          location.hash = `#${relation}`;
          return;
        }
        const chosen = filter.state.chosen.get('relation');
        const had = chosen.has(relation);
        chosen.clear();
        if (!had) chosen.add(relation);
        apply();
        location.hash = '#findings';
      };
      item.replaceChildren(
        h(
          'button',
          { type: 'button', click: press, 'data-relation': looks.has(relation) ? relation : null },
          ...item.childNodes,
        ),
      );
    }
  }

  // ---- going to a place ----

  let current = '';
  function show(name, node) {
    current = name;
    main.replaceChildren(bar, node);
    document.body.className = `view-${name}`;
    for (const [tab, link] of tabs) {
      if (tab === name || (tab === 'articles' && name === 'article')) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  function pointAt(element) {
    element.scrollIntoView({ block: 'center' });
    const target = element.tabIndex >= -1 && element.hasAttribute('tabindex') ? element : null;
    if (target) target.focus({ preventScroll: true });
    element.classList.remove('pointed');
    void element.offsetWidth; // so that the same place can be pointed at twice
    element.classList.add('pointed');
  }
  crosscheck.goTo = (id) => {
    const element = document.getElementById(id);
    if (element) pointAt(element);
  };

  function goToFinding(finding) {
    if (current !== 'findings') show('findings', findingsView);
    let card = list.reach(finding.id);
    if (!card) {
      panel.reset();
      apply();
      card = list.reach(finding.id);
    }
    card.open(true);
    card.scrollIntoView({ block: 'start' });
    card.querySelector('.opener').focus({ preventScroll: true });
  }

  function goToArticle(doc, claim) {
    show('article', articles.page(doc));
    const anchor = claim === undefined ? null : document.getElementById(`c${claim + 1}`);
    if (!anchor) {
      window.scrollTo(0, 0);
      document.getElementById('article-h').focus({ preventScroll: true });
      return;
    }
    let target = anchor.nextElementSibling;
    while (target && target.classList.contains('anchor')) target = target.nextElementSibling;
    if (!target) return;
    if (!target.hasAttribute('href')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
    pointAt(target);
  }

  function route() {
    const place = decodeURIComponent(location.hash.slice(1));
    const numbered = /^([cd])(\d+)$/.exec(place);
    if (byId.has(place)) return goToFinding(byId.get(place));
    if (numbered && numbered[1] === 'd' && Number(numbered[2]) < docs.length) return goToArticle(Number(numbered[2]));
    if (numbered && numbered[1] === 'c' && Number(numbered[2]) >= 1 && Number(numbered[2]) <= page.claims) {
      const claim = Number(numbered[2]) - 1;
      return goToArticle(crosscheck.docOf(claim), claim);
    }
    const view = views.find((one) => one.name === place);
    if (place === 'main') return (document.getElementById('results') || main).focus();
    const wanted = view || views[0];
    if (wanted.name === current) return undefined;
    show(wanted.name, wanted.make());
    const heading = main.querySelector('h2[tabindex]');
    if (view && heading) heading.focus({ preventScroll: true });
    if (view) main.scrollIntoView({ block: 'start' });
    return undefined;
  }

  // ---- printing, resizing ----

  let openedForPrint = [];
  window.addEventListener('beforeprint', () => {
    if (current !== 'findings') return;
    list.all();
    const cards = [...list.cards.values()];
    openedForPrint = cards.length > kOpenedInPrint ? [] : cards.filter((card) => !card.classList.contains('open'));
    for (const card of openedForPrint) card.open(true);
  });
  window.addEventListener('afterprint', () => {
    for (const card of openedForPrint) card.open(false);
    openedForPrint = [];
  });
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    requestAnimationFrame(() => {
      for (const card of list.cards.values()) if (card.classList.contains('open')) card.redraw();
    });
  });

  for (const plain of document.querySelectorAll('.plain')) plain.remove();
  document.body.append(crosscheck.reasonList());
  status.tabIndex = -1;
  enliven();
  apply();
  window.addEventListener('hashchange', route);
  route();
  crosscheck.indexQuotes(() => {
    if (filter.state.words.length) apply();
  });
})();
