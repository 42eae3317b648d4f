// Who agrees with whom: a table of sources against sources. A cell counts the facts that both state, and how many of them
// they contradict each other in: "2 of 14". Copies speak through their original. Two sides whose ranges meet count as
// agreeing even in a finding where a third side contradicts. A cell leads to its findings.
(() => {
  'use strict';
  const { h, grouped, mark, findings, sourceOf, originOf, docOf } = crosscheck;
  const kSources = 24; // those with most findings

  const meet = (a, b) => {
    if (!a.r || !b.r) return false;
    const end = (value, open) => (value === null ? open : Number(value));
    return (
      Math.max(end(a.r[0], -Infinity), end(b.r[0], -Infinity)) <= Math.min(end(a.r[1], Infinity), end(b.r[1], Infinity))
    );
  };
  const key = (a, b) => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

  /** What two sources are to each other in one finding: pair → true when they contradict. */
  function pairsOf(finding) {
    const sides = finding.sides.map((side) => [...new Set(side.c.map((claim) => sourceOf(originOf(docOf(claim)))))]);
    const out = new Map();
    for (let i = 0; i < sides.length; i += 1) {
      for (let j = i; j < sides.length; j += 1) {
        const clash = i !== j && finding.r === 'contradict' && !meet(finding.sides[i], finding.sides[j]);
        for (const a of sides[i])
          for (const b of sides[j]) {
            if (a !== b) out.set(key(a, b), clash || out.get(key(a, b)) || false);
          }
      }
    }
    return out;
  }

  function tally() {
    const cells = new Map();
    const weight = new Map();
    for (const finding of findings) {
      if (finding.r === 'consistent' || finding.r === 'inconsistent') continue;
      for (const [pair, clash] of pairsOf(finding)) {
        if (!cells.has(pair)) cells.set(pair, { all: new Set(), clashes: new Set() });
        cells.get(pair).all.add(finding.id);
        if (clash) cells.get(pair).clashes.add(finding.id);
        for (const source of pair.split('\u0000')) weight.set(source, (weight.get(source) || 0) + 1);
      }
    }
    const sources = [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([source]) => source);
    return { cells, sources };
  }

  function cellOf(cells, row, column) {
    if (row === column) return h('td', { class: 'self' }, h('span', { 'aria-label': 'the same source' }, '·'));
    const cell = cells.get(key(row, column));
    if (!cell) return h('td', { class: 'none' }, h('span', { 'aria-label': 'no fact in common' }, '–'));
    const clashes = cell.clashes.size;
    const share = clashes === 0 ? 0 : Math.min(4, 1 + Math.floor((clashes / cell.all.size) * 4));
    const words = `${row} and ${column}: ${cell.all.size} in common, ${clashes} contradicted`;
    return h(
      'td',
      { class: `share${share}` },
      h(
        'button',
        {
          type: 'button',
          'aria-label': words,
          title: words,
          click: () => {
            crosscheck.showOnly(`${row} × ${column}`, cell.all);
          },
        },
        clashes ? [mark('✗'), ' ', h('b', {}, grouped(clashes)), ' of '] : [mark('✓'), ' '],
        grouped(cell.all.size),
      ),
    );
  }

  function matrix() {
    const { cells, sources } = tally();
    const shown = sources.slice(0, kSources);
    if (shown.length < 2) {
      return h(
        'section',
        { class: 'part' },
        h('h2', { tabindex: '-1' }, 'Sources'),
        h('p', { class: 'lede' }, 'No two sources state one fact.'),
      );
    }
    const column = (source, index) => h('th', { scope: 'col' }, h('abbr', { title: source }, String(index + 1)));
    return h(
      'section',
      { class: 'part', 'aria-labelledby': 'sources-h' },
      h('h2', { id: 'sources-h', tabindex: '-1' }, 'Sources ', h('span', { class: 'count' }, grouped(sources.length))),
      h(
        'p',
        { class: 'lede' },
        'How many facts two sources both state, and in how many of them they contradict each other (✗). Copies speak through their original.',
        sources.length > kSources ? ` Shown are the ${kSources} that share most, of ${grouped(sources.length)}.` : '',
      ),
      h(
        'div',
        { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Source by source agreement' },
        h(
          'table',
          { class: 'matrix' },
          h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Source'), shown.map(column))),
          h(
            'tbody',
            {},
            shown.map((row, index) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, h('span', { class: 'nth' }, String(index + 1)), ' ', h('bdi', {}, row)),
                shown.map((other) => cellOf(cells, row, other)),
              ),
            ),
          ),
        ),
      ),
    );
  }

  crosscheck.sources = { matrix };
})();
