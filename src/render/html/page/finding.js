// One finding as a card that says in a line what disagrees, and opens into why (detail.js).
(() => {
  'use strict';
  const { h, counted, mark, looks, charts, reviews, who, letter, detail } = crosscheck;
  const kSides = 6; // on a closed card
  const conflicts = (finding) => ['contradict', 'inconsistent', 'update'].includes(finding.r);

  const tag = (finding) =>
    h('span', { class: 'tag' }, mark(looks.get(finding.r).mark), ' ', looks.get(finding.r).label);

  function versus(finding) {
    const more = finding.sides.length - kSides;
    const list = h(
      'ul',
      {},
      finding.sides
        .slice(0, kSides)
        .map((side, index) =>
          h(
            'li',
            { class: charts.sideClass(index) },
            letter(index),
            h('b', {}, h('bdi', {}, side.w)),
            ' ',
            h('span', { class: 'who' }, who(side)),
          ),
        ),
      more > 0 ? h('li', { class: 'aside' }, counted(more, 'more value', 'more values')) : null,
    );
    return h('div', { class: 'versus' }, list, charts.spark(finding));
  }

  function chip(finding) {
    const state = reviews.stateOf(finding.fp);
    return h('span', { class: `chip ${state}`, hidden: state === 'open' }, state);
  }

  /** Decided elsewhere than in a review: by the baseline, or by a comment in the article. */
  function standing(finding) {
    if (finding.st === 'known') return h('span', { class: 'chip fixed' }, 'in the baseline');
    if (finding.st === 'ignored') return h('span', { class: 'chip dismissed' }, `silenced: ${finding.ig || 'by a comment'}`);
    return null;
  }

  function card(finding) {
    const id = finding.id;
    const button = h(
      'button',
      { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-describedby': `k-${finding.index}` },
      h('span', { class: 'headline', id: `t-${finding.index}` }, finding.sum),
    );
    const state = chip(finding);
    const root = h(
      'article',
      { class: `finding ${finding.r}`, id, 'aria-labelledby': `t-${finding.index}` },
      h(
        'p',
        { class: 'kicker', id: `k-${finding.index}` },
        tag(finding),
        h('span', { class: 'check' }, finding.check),
        h('span', { class: 'confidence' }, `confidence ${finding.conf}`),
        h('span', { class: 'spread' }, counted(finding.sources.length, 'source', 'sources')),
        state,
        standing(finding),
      ),
      h('h3', {}, button),
      conflicts(finding) || finding.sides.length > 1 ? versus(finding) : null,
    );
    root.finding = finding;
    const open = (wanted) => {
      let inside = root.querySelector('.detail');
      if (wanted && !inside) {
        inside = detail(finding, root.clientWidth - 40);
        root.append(inside);
      }
      if (inside) inside.hidden = !wanted;
      root.classList.toggle('open', wanted);
      button.setAttribute('aria-expanded', String(wanted));
      crosscheck.opened[wanted ? 'add' : 'delete'](id);
    };
    button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'));
    root.open = open;
    root.reviewed = () => {
      const now = reviews.stateOf(finding.fp);
      state.className = `chip ${now}`;
      state.hidden = now === 'open';
      state.textContent = now;
      const form = root.querySelector('form.review');
      if (form) form.refresh();
    };
    root.redraw = () => {
      const drawn = root.querySelector('.drawings');
      if (drawn) drawn.replaceChildren(...charts.drawings(finding, root.clientWidth - 40));
    };
    return root;
  }

  crosscheck.opened = new Set();
  crosscheck.card = card;
})();
