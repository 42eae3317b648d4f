// One finding: a card that says in a line what disagrees, and opens into why. Inside: the reasoning, each side with its
// quotes in their paragraph, the drawings, the derivation whose inputs lead to the numbered quotes, the slip that would
// reconcile, who stands behind each side and who only copied, and what a person decided.
(() => {
  'use strict';
  const { h, counted, mark, docs, looks, sourceOf, originOf, copiesOf, docOf, claimAt, paragraphOf, charts, reviews } = crosscheck;
  const kQuotes = 3;      // a side, until asked for more
  const kAround = 260;    // characters of the paragraph on each side of the sentence
  const kSentence = 420;  // of a long sentence on each side of the value
  const kSides = 6;       // on a closed card
  const kReasons = ['other scope', 'other time', 'not the same fact', 'misread by the program', 'known and published'];
  const conflicts = (finding) => ['contradict', 'inconsistent', 'update'].includes(finding.r);

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
  const place = (claim) => h('a', { href: `#c${claim.index + 1}`, class: 'place' },
    docs[claim.doc].name, claim.l === 'title' ? ' (title)' : `:${claim.l}`);

  function caption(claim) {
    const doc = docs[claim.doc];
    const parts = [place(claim)];
    if (doc.source) parts.push(h('bdi', {}, doc.source));
    if (doc.pub) parts.push(doc.pub);
    if (claim.m) parts.push(claim.m);
    if (claim.by) parts.push(h('span', {}, 'according to ', h('bdi', {}, claim.by)));
    if (doc.copy !== undefined) parts.push(h('span', {}, 'a copy of ', h('bdi', {}, docs[doc.copy].name)));
    return h('figcaption', {}, parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])));
  }

  /** The value marked in its sentence, the sentence in its paragraph. */
  function quote(claim, number, prefix) {
    const text = paragraphOf(claim);
    const end = claim.q[1] === null ? text.length : claim.q[1];
    const doc = docs[claim.doc];
    return h('figure', { class: 'quote', id: `${prefix}-q${number}`, tabindex: '-1' },
      h('blockquote', { lang: doc.lang, dir: 'auto' }, h('p', {},
        h('span', { class: 'around' }, tail(text.slice(0, claim.q[0]), kAround)),
        tail(text.slice(claim.q[0], claim.s), kSentence),
        h('mark', {}, text.slice(claim.s, claim.e)),
        head(text.slice(claim.e, end), kSentence),
        h('span', { class: 'around' }, head(text.slice(end), kAround)))),
      h('div', { class: 'cited' }, h('span', { class: 'nth', 'aria-label': `quote ${number}` }, String(number)), caption(claim)));
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
    return h('ul', { class: 'family' }, [...origins].map(([origin, own]) => {
      const others = [...new Set(own)].filter((doc) => doc !== origin);
      return h('li', {}, h('bdi', {}, sourceOf(origin)), others.length === 0 ? null : h('span', { class: 'copies' },
        ` ← ${counted(others.length, 'copy', 'copies')}, not counted: `, h('bdi', {}, others.map((doc) => docs[doc].name).join(', '))));
    }));
  }

  const letter = (index) => h('span', { class: `letter ${charts.sideClass(index)}`, 'aria-hidden': 'true' }, charts.letterOf(index));

  function inputs(made, quotes, prefix) {
    if (made.in.length === 0) return null;
    return h('ul', { class: 'inputs' }, made.in.map((at) => {
      const claim = claimAt(at);
      const number = quotes.numbers.get(at);
      const value = crosscheck.valueOf(claim);
      const target = `${prefix}-q${number}`;
      const link = number === undefined ? place(claim)
        : h('a', { href: `#${target}`, click: (event) => { event.preventDefault(); crosscheck.goTo(target); } },
          `quote ${number}`);
      return h('li', {}, h('q', {}, h('bdi', {}, value)), ' ', link, ' ', h('span', { class: 'aside' }, h('bdi', {}, docs[claim.doc].name)));
    }));
  }

  function derivation(made, quotes, prefix) {
    return h('div', { class: 'derivation' }, h('p', { class: 'formula' }, made.w || made.f),
      made.w && made.f ? h('p', { class: 'aside' }, made.f) : null, inputs(made, quotes, prefix));
  }

  function sides(finding, quotes, prefix) {
    return h('div', { class: `sides n${Math.min(finding.sides.length, 4)}` }, finding.sides.map((side, index) => {
      const derived = finding.der.filter((made) => made.side === index);
      const shown = [...side.c, ...derived.flatMap((made) => made.in)];
      const list = quotes.list(shown);
      return h('section', { class: `side ${charts.sideClass(index)}` },
        h('h4', {}, letter(index), h('bdi', {}, side.w)),
        h('p', { class: 'who' }, who(side), side.rw && side.r[0] !== side.r[1] ? h('span', { class: 'reach' }, ` · ${side.rw}`) : null),
        derived.map((made) => derivation(made, quotes, prefix)),
        side.c.length ? family(side) : null, list);
    }));
  }

  function loose(finding, quotes, prefix) {
    const others = finding.der.filter((made) => made.side === undefined);
    if (others.length === 0) return null;
    return h('section', { class: 'derived' }, h('h5', {}, 'How it follows'), others.map((made) => {
      const list = quotes.list(made.in);
      return [derivation(made, quotes, prefix), list.childElementCount ? list : null];
    }));
  }

  // ---- what a person decided ----

  const kVerbs = [['accepted', 'Accept'], ['dismissed', 'Dismiss'], ['fixed', 'Mark as fixed']];

  function decided(finding) {
    const known = reviews.of(finding.fp);
    if (!known) return 'Not reviewed yet.';
    const parts = [known.state[0].toUpperCase() + known.state.slice(1)];
    if (known.by) parts.push(`by ${known.by}`);
    if (known.at) parts.push(known.at.slice(0, 10));
    const until = known.until ? (reviews.expired(known) ? `, expired ${known.until}, so it counts no more` : `, until ${known.until}`) : '';
    const why = [known.reason, known.note].filter(Boolean).join(' — ');
    return `${parts.join(' ')}${until}.${why ? ` ${why}` : ''}`;
  }

  function review(finding, prefix) {
    const known = reviews.of(finding.fp) || {};
    const field = (name, words, attributes, tag = 'input') => {
      const input = h(tag, { id: `${prefix}-${name}`, name, autocomplete: 'off', ...attributes });
      input.value = known[name] || (name === 'by' ? crosscheck.storage.get('crosscheck.by') || '' : '');
      return [input, h('label', { for: `${prefix}-${name}` }, h('span', {}, words), input)];
    };
    const [reason, reasonLabel] = field('reason', 'Reason', { list: 'reasons', 'aria-describedby': `${prefix}-problem` });
    const [note, noteLabel] = field('note', 'Note', { rows: 1 }, 'textarea');
    const [by, byLabel] = field('by', 'Your name', {});
    const [until, untilLabel] = field('until', 'Until', { type: 'date' });
    const problem = h('p', { class: 'problem', id: `${prefix}-problem`, role: 'alert' });
    const status = h('p', { class: 'decided', role: 'status' }, decided(finding));
    const decide = (state) => {
      const missing = state === 'dismissed' && !reason.value.trim();
      problem.textContent = missing ? 'Say why it is dismissed, so that the next reader knows.' : '';
      reason.setAttribute('aria-invalid', String(missing));
      if (missing) { reason.focus(); return; }
      crosscheck.storage.set('crosscheck.by', by.value.trim());
      reviews.decide(finding.fp, { state, reason: reason.value.trim(), note: note.value.trim(), by: by.value.trim(),
        until: state === 'dismissed' ? until.value : '' });
    };
    const buttons = kVerbs.map(([state, words]) => h('button', { type: 'button', class: state, 'data-state': state, click: () => decide(state) }, words));
    const reset = h('button', { type: 'button', class: 'reset', click: () => decide('open') }, 'Take back');
    const refresh = () => {
      const now = reviews.of(finding.fp);
      status.textContent = [decided(finding), reviews.trouble()].filter(Boolean).join(' ');
      reset.hidden = !now;
      form.classList.toggle('known', Boolean(now));
      for (const button of buttons) button.setAttribute('aria-pressed', String(Boolean(now) && now.state === button.dataset.state));
    };
    const form = h('form', { class: 'review', 'aria-label': `Review of ${finding.id}`, submit: (event) => event.preventDefault() },
      h('h5', {}, 'Review'), status, h('div', { class: 'fields' }, reasonLabel, noteLabel, byLabel, untilLabel), problem,
      h('div', { class: 'verbs' }, buttons, reset));
    form.refresh = refresh;
    refresh();
    return form;
  }

  function receipt(finding) {
    const row = (name, value) => [h('dt', {}, name), h('dd', {}, value)];
    return h('details', { class: 'receipt' }, h('summary', {}, 'Receipt'), h('dl', {},
      row('Finding', h('a', { href: `#${finding.id}` }, finding.id)), row('Fingerprint', h('code', {}, finding.fp || '–')),
      row('Severity', finding.sev), row('Measured', finding.attr || '–'), row('Rules', finding.rules.join(', ') || '–'),
      row('Replay', h('code', {}, `crosscheck explain ${finding.id} …`))));
  }

  function detail(finding, width) {
    const prefix = `x-${finding.index}`;
    const quotes = quoter(prefix);
    const shown = sides(finding, quotes, prefix);
    const others = loose(finding, quotes, prefix);
    const drawn = h('div', { class: 'drawings' }, charts.drawings(finding, width));
    return h('div', { class: 'detail' },
      finding.why ? h('p', { class: 'why' }, finding.why) : null,
      finding.slip ? h('p', { class: 'slip' }, h('strong', {}, 'A single slip would reconcile them: '), finding.slip) : null,
      shown, others, drawn, review(finding, prefix), receipt(finding));
  }

  // ---- the card ----

  const tag = (finding) => h('span', { class: 'tag' }, mark(looks.get(finding.r).mark), ' ', looks.get(finding.r).label);

  function versus(finding) {
    const more = finding.sides.length - kSides;
    const list = h('ul', {}, finding.sides.slice(0, kSides).map((side, index) => h('li', { class: charts.sideClass(index) },
      letter(index), h('b', {}, h('bdi', {}, side.w)), ' ', h('span', { class: 'who' }, who(side)))),
    more > 0 ? h('li', { class: 'aside' }, counted(more, 'more value', 'more values')) : null);
    return h('div', { class: 'versus' }, list, charts.spark(finding));
  }

  function chip(finding) {
    const state = reviews.stateOf(finding.fp);
    return h('span', { class: `chip ${state}`, hidden: state === 'open' }, state);
  }

  function card(finding) {
    const id = finding.id;
    const button = h('button', { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-describedby': `k-${finding.index}` },
      h('span', { class: 'headline', id: `t-${finding.index}` }, finding.sum));
    const state = chip(finding);
    const root = h('article', { class: `finding ${finding.r}`, id, 'aria-labelledby': `t-${finding.index}` },
      h('p', { class: 'kicker', id: `k-${finding.index}` }, tag(finding), h('span', { class: 'check' }, finding.check),
        h('span', { class: 'confidence' }, `confidence ${finding.conf}`),
        h('span', { class: 'spread' }, counted(finding.sources.length, 'source', 'sources')), state),
      h('h3', {}, button), conflicts(finding) || finding.sides.length > 1 ? versus(finding) : null);
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
  crosscheck.place = place;
  crosscheck.reasonList = () => h('datalist', { id: 'reasons' }, kReasons.map((words) => h('option', { value: words })));
})();
