// The findings that the filter leaves, worst first, under the heading of their relation. Only the first are laid out; more
// follow as a reader nears the end, so that 10,000 findings cost what a screenful does; a link far down begins the list near
// its finding. Before printing all are laid out.
(() => {
  'use strict';
  const { h, grouped, counted, looks, findings } = crosscheck;
  const kFirst = 24;
  const kMore = 60;
  const kFar = 240; // further on than that, the list begins anew near a finding
  const kBefore = 3; // findings in front of it, then

  const root = h('div', { class: 'list' });
  const sentinel = h('div', { class: 'sentinel' });
  const rest = h('button', { type: 'button', class: 'rest' });
  const start = h('button', { type: 'button', class: 'rest' });
  let shown = [];
  let first = 0; // of those shown, the first that is laid out
  let laid = 0;
  let section = null;
  const cards = new Map(); // of what is laid out, by id

  const inSight = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more(kMore);
    },
    { rootMargin: '1200px 0px' },
  );

  function sectionOf(relation) {
    if (section && section.dataset.relation === relation) return section;
    const look = looks.get(relation);
    const count = shown.reduce((sum, finding) => sum + (finding.r === relation ? 1 : 0), 0);
    section = h(
      'section',
      { class: `part ${relation}`, 'data-relation': relation, 'aria-labelledby': `h-${relation}` },
      h('h2', { id: `h-${relation}` }, look.heading, ' ', h('span', { class: 'count' }, grouped(count))),
      h('p', { class: 'lede' }, look.meaning),
    );
    sentinel.before(section);
    return section;
  }

  function more(count) {
    const end = Math.min(laid + count, shown.length);
    const fresh = [];
    for (; laid < end; laid += 1) {
      const card = crosscheck.card(shown[laid]);
      cards.set(shown[laid].id, card);
      sectionOf(shown[laid].r).append(card);
      fresh.push(card);
    }
    for (const card of fresh) if (crosscheck.opened.has(card.id)) card.open(true);
    sentinel.hidden = laid >= shown.length;
    rest.textContent = `Show ${counted(Math.min(kMore, shown.length - laid), 'more finding', 'more findings')}`;
  }

  function begin(at) {
    first = at;
    laid = at;
    section = null;
    cards.clear();
    sentinel.replaceChildren(rest);
    root.replaceChildren(sentinel);
    if (first === 0) return;
    start.textContent = `Back to the first: ${counted(first, 'finding stands', 'findings stand')} before these`;
    root.prepend(start);
  }

  function show(list) {
    shown = list;
    begin(0);
    if (list.length === 0) {
      sentinel.hidden = true;
      root.prepend(
        h(
          'p',
          { class: 'nothing' },
          findings.length === 0 ? 'There is no finding.' : 'No finding passes these filters.',
        ),
      );
      return;
    }
    more(kFirst);
    inSight.unobserve(sentinel);
    inSight.observe(sentinel);
  }

  /** Lays out as far as a finding and gives its card; nothing when the filter leaves it out. */
  function reach(id) {
    if (!cards.has(id)) {
      const at = shown.findIndex((finding) => finding.id === id);
      if (at < 0) return null;
      if (at < first || at >= laid + kFar) begin(Math.max(0, at - kBefore));
      more(at + 1 - laid);
      if (laid - first < kFirst) more(kFirst);
    }
    return cards.get(id);
  }

  rest.addEventListener('click', () => {
    const next = laid;
    more(kMore);
    if (next < laid) cards.get(shown[next].id).querySelector('.opener').focus();
  });
  /** The way back from an article leads to the finding that led there. */
  root.addEventListener('click', (event) => {
    if (event.target.closest('a.place')) history.replaceState(null, '', `#${event.target.closest('.finding').id}`);
  });
  /** Between the headlines by arrow keys, once one has the focus. */
  root.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.classList.contains('opener')) return;
    const at = shown.findIndex((finding) => finding.id === event.target.closest('.finding').id) + step;
    if (at < 0 || at >= shown.length) return;
    event.preventDefault();
    reach(shown[at].id).querySelector('.opener').focus();
  });

  start.addEventListener('click', () => {
    show(shown);
    const card = cards.get(shown[0].id);
    card.querySelector('.opener').focus();
  });
  function all() {
    if (first !== 0) begin(0);
    more(shown.length - laid);
  }

  crosscheck.list = { root, show, reach, cards, all };
})();
