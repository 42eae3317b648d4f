// What a finding opens into: the reasoning, each side with its quotes in their paragraph, the drawings, the derivation whose
// inputs lead to the numbered quotes, the slip that would reconcile, who stands behind each side and who only copied, and
// what a person decided.
(() => {
  'use strict';
  const { h, counted, docs, sourceOf, originOf, copiesOf, docOf, claimAt, paragraphOf, charts } = crosscheck;
  const kQuotes = 3; // a side, until asked for more
  const kAround = 260; // characters of the paragraph on each side of the sentence
  const kSentence = 420; // of a long sentence on each side of the value

  /** The end or beginning of a text, cut at a word. */
  function tail(text, most) {
    if (text.length <= most) return text;
    const cut = text.slice(-most);
    return `…${cut.slice(cut.indexOf(' ') + 1)}`;
  }
  function head(text, most) {
    if (text.length <= most) return text;
    const cut = text.slice(0, most);
    const space = cut.lastIndexOf(' ');
    return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
  }

  /** The place as the terminal names it, leading to the words in their article. */
  const place = (claim) =>
    h(
      'a',
      { href: `#c${claim.index + 1}`, class: 'place' },
      docs[claim.doc].name,
      claim.l === 'title' ? ' (title)' : `:${claim.l}`,
    );

  function caption(claim) {
    const doc = docs[claim.doc];
    const parts = [place(claim)];
    if (doc.source) parts.push(h('bdi', {}, doc.source));
    if (doc.pub) parts.push(doc.pub);
    if (claim.m) parts.push(claim.m);
    if (claim.by) parts.push(h('span', {}, 'according to ', h('bdi', {}, claim.by)));
    if (doc.copy !== undefined) parts.push(h('span', {}, 'a copy of ', h('bdi', {}, docs[doc.copy].name)));
    return h(
      'figcaption',
      {},
      parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])),
    );
  }

  /** The value marked in its sentence, the sentence in its paragraph. */
  function quote(claim, number, prefix) {
    const text = paragraphOf(claim);
    const end = claim.q[1] === null ? text.length : claim.q[1];
    const doc = docs[claim.doc];
    return h(
      'figure',
      { class: 'quote', id: `${prefix}-q${number}`, tabindex: '-1' },
      h(
        'blockquote',
        { lang: doc.lang, dir: 'auto' },
        h(
          'p',
          {},
          h('span', { class: 'around' }, tail(text.slice(0, claim.q[0]), kAround)),
          tail(text.slice(claim.q[0], claim.s), kSentence),
          h('mark', {}, text.slice(claim.s, claim.e)),
          head(text.slice(claim.e, end), kSentence),
          h('span', { class: 'around' }, head(text.slice(end), kAround)),
        ),
      ),
      h(
        'div',
        { class: 'cited' },
        h('span', { class: 'nth', 'aria-label': `quote ${number}` }, String(number)),
        caption(claim),
      ),
    );
  }

  /** Numbers quotes in the order they are shown. */
  function quoter(prefix) {
    const numbers = new Map();
    const make = (at) => {
      numbers.set(at, numbers.size + 1);
      return quote(claimAt(at), numbers.get(at), prefix);
    };
    const list = (claims) => {
      const fresh = claims.filter((at) => !numbers.has(at));
      const box = h('div', { class: 'quotes' }, fresh.slice(0, kQuotes).map(make));
      const rest = fresh.slice(kQuotes);
      if (rest.length === 0) return box;
      const more = h('button', { type: 'button', class: 'more' }, counted(rest.length, 'more quote', 'more quotes'));
      more.addEventListener('click', () => {
        const added = rest.map(make);
        more.before(...added);
        more.remove();
        added[0].focus();
      });
      box.append(more);
      return box;
    };
    return { numbers, list };
  }

  const who = (side) => (side.c.length === 0 ? 'implied' : counted(side.n, 'source', 'independent sources'));

  /** Who stands behind a side: one line an independent source, its copies behind it. */
  function family(side) {
    const origins = new Map();
    for (const at of side.c) {
      const doc = docOf(at);
      const origin = originOf(doc);
      origins.set(origin, [...(origins.get(origin) || []), doc]);
    }
    const copied = [...origins.keys()].some((origin) => copiesOf.has(origin));
    if (!copied && origins.size < 2) return null;
    return h(
      'ul',
      { class: 'family' },
      [...origins].map(([origin, own]) => {
        const others = [...new Set(own)].filter((doc) => doc !== origin);
        return h(
          'li',
          {},
          h('bdi', {}, sourceOf(origin)),
          others.length === 0
            ? null
            : h(
                'span',
                { class: 'copies' },
                ` ← ${counted(others.length, 'copy', 'copies')}, not counted: `,
                h('bdi', {}, others.map((doc) => docs[doc].name).join(', ')),
              ),
        );
      }),
    );
  }

  const letter = (index) =>
    h('span', { class: `letter ${charts.sideClass(index)}`, 'aria-hidden': 'true' }, charts.letterOf(index));

  function inputs(made, quotes, prefix) {
    if (made.in.length === 0) return null;
    return h(
      'ul',
      { class: 'inputs' },
      made.in.map((at) => {
        const claim = claimAt(at);
        const number = quotes.numbers.get(at);
        const value = crosscheck.valueOf(claim);
        const target = `${prefix}-q${number}`;
        const link =
          number === undefined
            ? place(claim)
            : h(
                'a',
                {
                  href: `#${target}`,
                  click: (event) => {
                    event.preventDefault();
                    crosscheck.goTo(target);
                  },
                },
                `quote ${number}`,
              );
        return h(
          'li',
          {},
          h('q', {}, h('bdi', {}, value)),
          ' ',
          link,
          ' ',
          h('span', { class: 'aside' }, h('bdi', {}, docs[claim.doc].name)),
        );
      }),
    );
  }

  function derivation(made, quotes, prefix) {
    return h(
      'div',
      { class: 'derivation' },
      h('p', { class: 'formula' }, made.w || made.f),
      made.w && made.f ? h('p', { class: 'aside' }, made.f) : null,
      inputs(made, quotes, prefix),
    );
  }

  function sides(finding, quotes, prefix) {
    return h(
      'div',
      { class: `sides n${Math.min(finding.sides.length, 4)}` },
      finding.sides.map((side, index) => {
        const derived = finding.der.filter((made) => made.side === index);
        const shown = [...side.c, ...derived.flatMap((made) => made.in)];
        const list = quotes.list(shown);
        return h(
          'section',
          { class: `side ${charts.sideClass(index)}` },
          h('h4', {}, letter(index), h('bdi', {}, side.w)),
          h(
            'p',
            { class: 'who' },
            who(side),
            side.rw && side.r[0] !== side.r[1] ? h('span', { class: 'reach' }, ` · ${side.rw}`) : null,
          ),
          derived.map((made) => derivation(made, quotes, prefix)),
          side.c.length ? family(side) : null,
          list,
        );
      }),
    );
  }

  function loose(finding, quotes, prefix) {
    const others = finding.der.filter((made) => made.side === undefined);
    if (others.length === 0) return null;
    return h(
      'section',
      { class: 'derived' },
      h('h5', {}, 'How it follows'),
      others.map((made) => {
        const list = quotes.list(made.in);
        return [derivation(made, quotes, prefix), list.childElementCount ? list : null];
      }),
    );
  }

  function receipt(finding) {
    const row = (name, value) => [h('dt', {}, name), h('dd', {}, value)];
    return h(
      'details',
      { class: 'receipt' },
      h('summary', {}, 'Receipt'),
      h(
        'dl',
        {},
        row('Finding', h('a', { href: `#${finding.id}` }, finding.id)),
        row('Fingerprint', h('code', {}, finding.fp || '–')),
        row('Severity', finding.sev),
        row('Measured', finding.attr || '–'),
        row('Rules', finding.rules.join(', ') || '–'),
        row('Replay', h('code', {}, `crosscheck explain ${finding.id} …`)),
      ),
    );
  }

  function detail(finding, width) {
    const prefix = `x-${finding.index}`;
    const quotes = quoter(prefix);
    const shown = sides(finding, quotes, prefix);
    const others = loose(finding, quotes, prefix);
    const drawn = h('div', { class: 'drawings' }, charts.drawings(finding, width));
    return h(
      'div',
      { class: 'detail' },
      finding.why ? h('p', { class: 'why' }, finding.why) : null,
      finding.slip
        ? h('p', { class: 'slip' }, h('strong', {}, 'A single slip would reconcile them: '), finding.slip)
        : null,
      shown,
      others,
      drawn,
      crosscheck.reviewForm(finding, prefix),
      receipt(finding),
    );
  }

  Object.assign(crosscheck, { place, who, letter, detail });
})();
