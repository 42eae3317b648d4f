// A finding drawn to scale. The number line has a row a side and a bar for all the values its words allow, so that one sees
// whether two sides can meet: "$157 billion" is a short bar, "at least $2 billion" an arrow. The curve has a fact's values
// against their time, 23, 34, 41 for a toll that rises. The ledger has a row a quote: the time its value is given for, and
// the day it was printed. Axes are linear, so that a slip by a thousand looks like one. Each drawing says in words what it
// shows; a side is told by its letter, never by its colour alone.
(() => {
  'use strict';
  const { h, svg, docs, sourceOf, claimAt } = crosscheck;
  const kMargin = 0.08;
  const kDayMs = 864e5;
  const kRows = 8;
  const kRow = 44;
  const kAxis = 30;
  const kLeast = 280; // px of width
  const kMost = 860;
  const letterOf = (index) => String.fromCharCode(65 + (index % 26));
  const sideClass = (index) => `s${index % 6}`;

  /** "500 bn": a tick's label; the caption below names the unit. */
  function short(value) {
    const size = Math.abs(value);
    for (const [least, name] of [
      [1e12, ' tn'],
      [1e9, ' bn'],
      [1e6, ' m'],
    ]) {
      if (size >= least) return `${trim(value / least)}${name}`;
    }
    return trim(value);
  }
  const trim = (value) => d3.format(',.6~g')(value);

  /** "3 Nov 2025", "Nov 2025" or "2025", by how long the axis is. */
  const dayFormat = (days) => d3.utcFormat(days <= 120 ? '%-d %b %Y' : days <= 900 ? '%b %Y' : '%Y');

  function scaleOf(ends, opensLow, opensHigh, from, to, days) {
    let [low, high] = d3.extent(ends);
    let span = high - low;
    if (span <= Math.abs(high) * 1e-12) span = days ? 2 : Math.max(Math.abs(high) * 0.1, 1);
    const floor = low;
    low -= span * (opensLow ? 2 : 1) * kMargin;
    high += span * (opensHigh ? 2 : 1) * kMargin;
    if (!days && floor >= 0 && low < 0) low = 0;
    return days ? d3.scaleUtc([low * kDayMs, high * kDayMs], [from, to]) : d3.scaleLinear([low, high], [from, to]);
  }

  function axis(scale, y, width, days, kind = d3.axisBottom) {
    const wanted = Math.max(2, Math.min(5, Math.floor(width / (days ? 120 : 110))));
    const length = days ? (scale.domain()[1] - scale.domain()[0]) / kDayMs : 0;
    let ticks = scale.ticks(wanted);
    if (days && length <= 12) ticks = ticks.filter((tick) => tick % kDayMs === 0);
    const drawn = kind(scale)
      .tickValues(ticks)
      .tickSizeOuter(0)
      .tickFormat(days ? dayFormat(length) : short);
    const group = svg('g', { class: 'axis', transform: `translate(0,${y})` });
    d3.select(group).call(drawn);
    for (const text of group.querySelectorAll('text')) text.removeAttribute('fill');
    group.removeAttribute('font-family');
    group.removeAttribute('font-size');
    return group;
  }

  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const clip = (words, width) => {
    const most = Math.floor(width / 7.4);
    return words.length > most ? `${words.slice(0, Math.max(most - 1, 4))}…` : words;
  };
  function label(words, x, y, width, css = 'label') {
    const shown = clip(words, width);
    const half = shown.length * 3.6;
    const anchor = x - half < 4 ? 'start' : x + half > width - 4 ? 'end' : 'middle';
    return svg(
      'text',
      { class: css, x: anchor === 'start' ? Math.max(2, Math.min(x, width / 2)) : x, y, 'text-anchor': anchor },
      shown,
    );
  }

  /** One bar from low to high; null is open and gets an arrow. */
  function bar(scale, row, y, width) {
    const from = row.low === null ? 6 : scale(row.low);
    const to = row.high === null ? width - 6 : scale(row.high);
    const middle = row.low === null ? to : row.high === null ? from : (from + to) / 2;
    const parts = [label(`${row.letter}  ${row.words}`, middle, y + 15, width)];
    parts.push(svg('line', { class: 'bar', x1: from, x2: Math.max(to, from + 0.5), y1: y + 28, y2: y + 28 }));
    if (row.low !== null && row.high !== null && to - from < 7) {
      parts.push(svg('circle', { class: 'dot', cx: middle, cy: y + 28, r: 5 }));
    } else {
      for (const end of [row.low, row.high]) {
        if (end !== null)
          parts.push(svg('line', { class: 'end', x1: scale(end), x2: scale(end), y1: y + 21, y2: y + 35 }));
      }
    }
    if (row.low === null) parts.push(svg('path', { class: 'arrow', d: `M2,${y + 28}l10,-6v12Z` }));
    if (row.high === null) parts.push(svg('path', { class: 'arrow', d: `M${width - 2},${y + 28}l-10,-6v12Z` }));
    return svg('g', { class: sideClass(row.side) }, parts);
  }

  /** Where no value can lie: between two bars that do not meet. */
  function gap(scale, rows, bottom) {
    if (rows.length !== 2) return null;
    const ends = rows.map((row) => [row.low === null ? -Infinity : row.low, row.high === null ? Infinity : row.high]);
    const low = Math.min(...ends.map(([, high]) => high));
    const high = Math.max(...ends.map(([from]) => from));
    if (!(low < high) || !Number.isFinite(low) || !Number.isFinite(high)) return null;
    return svg('rect', {
      class: 'gap',
      x: scale(low),
      y: 0,
      width: Math.max(scale(high) - scale(low), 0),
      height: bottom,
    });
  }

  function canvas(width, height, title, said, ink) {
    return svg(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width: '100%', role: 'img', 'aria-label': `${title}. ${said}` },
      ink,
    );
  }
  function figure(title, said, drawn, note) {
    return h(
      'figure',
      { class: 'drawing' },
      h('h5', {}, title),
      drawn,
      h('figcaption', {}, said, note ? ` ${note}` : ''),
    );
  }

  function rowsOf(finding, days) {
    const rows = [];
    finding.sides.forEach((side, index) => {
      const reach = days ? side.t : side.r;
      if (!reach) return;
      const end = (value, extra) => (value === null ? null : days ? (value + extra) * kDayMs : Number(value));
      const same = days && side.tw && side.w.includes(side.tw);
      rows.push({
        side: index,
        letter: letterOf(index),
        words: side.w,
        low: end(reach[0], 0),
        high: end(reach[1], 1),
        said: days
          ? same
            ? side.w
            : `${side.w}: ${side.tw}`
          : side.r && side.r[0] === side.r[1]
            ? side.w
            : `${side.w}: ${side.rw}`,
      });
    });
    return rows;
  }

  /** The sides' intervals, or their times, on one axis; nothing for fewer than two. */
  function lines(finding, days, width) {
    const rows = rowsOf(finding, days);
    const shown = rows.slice(0, kRows);
    const ends = shown.flatMap((row) => [row.low, row.high]).filter((end) => end !== null);
    if (rows.length < 2 || ends.length === 0) return null;
    const scale = scaleOf(
      days ? ends.map((end) => end / kDayMs) : ends,
      shown.some((row) => row.low === null),
      shown.some((row) => row.high === null),
      8,
      width - 8,
      days,
    );
    const bottom = shown.length * kRow + 2;
    const ink = [
      gap(scale, shown, bottom),
      shown.map((row, at) => bar(scale, row, at * kRow, width)),
      axis(scale, bottom, width, days),
    ];
    const unit = finding.sides.map((side) => side.u).find(Boolean);
    const said = `${rows.map((row) => `${row.letter}: ${row.said}`).join('; ')}${!days && unit ? ` (${unit})` : ''}.`;
    const title = days ? 'When each side says it was' : 'What each side allows, on one line';
    return figure(title, said, canvas(width, bottom + kAxis, title, said, ink));
  }

  // ---- what was said when ----

  const clockOf = (claim) => {
    const found = /T(\d\d):?(\d\d)?/.exec(claim.at || '');
    return found ? (Number(found[1]) + Number(found[2] || 0) / 60) / 24 : 0;
  };
  const middleOf = (days) => (days[0] === null ? days[1] : days[1] === null ? days[0] : (days[0] + days[1]) / 2);

  /** A quote each: its side, the time its value is given for, the day it was printed. */
  function tellings(finding) {
    const out = [];
    finding.sides.forEach((side, index) => {
      for (const at of side.c) {
        const claim = claimAt(at);
        const printed = docs[claim.doc].day;
        const held = claim.t || side.t || null;
        const told = printed ? middleOf(printed) : null;
        // A toll rises from one printing to the next, whatever day its event has.
        const day =
          claim.b === 'monotone' && told !== null ? told : held && middleOf(held) !== null ? middleOf(held) : told;
        out.push({
          side: index,
          claim,
          held,
          heldWords: claim.tw || side.tw,
          printed: told,
          day: day === null ? null : Math.floor(day) + clockOf(claim),
          words: side.w,
          source: sourceOf(claim.doc),
        });
      }
    });
    return out;
  }

  function pointsOf(finding) {
    const points = new Map();
    for (const one of tellings(finding)) {
      const reach = one.claim.r || finding.sides[one.side].r;
      if (one.day === null || !reach) continue;
      const low = Number(reach[0] === null ? reach[1] : reach[0]);
      const high = Number(reach[1] === null ? reach[0] : reach[1]);
      const key = `${one.day}/${one.side}`;
      if (!points.has(key)) points.set(key, { ...one, low, high, value: (low + high) / 2 });
    }
    return [...points.values()].sort((a, b) => a.day - b.day || a.value - b.value);
  }

  /** The value against its time. */
  function curve(finding, width) {
    const points = pointsOf(finding);
    if (points.length < 2 || points[0].day === points[points.length - 1].day) return null;
    const height = 220;
    const left = 62;
    const across = scaleOf(
      points.map((one) => one.day),
      false,
      false,
      left,
      width - 16,
      true,
    );
    const up = scaleOf(
      points.flatMap((one) => [one.low, one.high]),
      false,
      false,
      height - kAxis - 6,
      26,
      false,
    );
    const x = (one) => across(one.day * kDayMs);
    const ink = [axis(across, height - kAxis, width - left, true)];
    const side = axis(up, 0, 330, false, d3.axisLeft);
    side.setAttribute('transform', `translate(${left - 8},0)`);
    ink.push(side);
    if (finding.r === 'update') {
      const path = points.map((one, at) => (at === 0 ? `M${x(one)},${up(one.value)}` : `H${x(one)}V${up(one.value)}`));
      ink.push(svg('path', { class: 'curve', d: path.join('') }));
    }
    points.forEach((one, at) => {
      const words =
        points.length <= kRows || at === 0 || at === points.length - 1
          ? label(`${letterOf(one.side)}  ${one.words}`, clamp(x(one), left + 30, width), up(one.value) - 12, width)
          : null;
      ink.push(
        svg(
          'g',
          { class: sideClass(one.side) },
          one.high > one.low
            ? svg('line', { class: 'whisker', x1: x(one), x2: x(one), y1: up(one.low), y2: up(one.high) })
            : null,
          svg('circle', { class: 'dot', cx: x(one), cy: up(one.value), r: 5 }),
          words,
        ),
      );
    });
    const format = d3.utcFormat('%-d %B %Y');
    const said = `${points.map((one) => `${format(new Date(Math.floor(one.day) * kDayMs))}: ${one.words} (${one.source})`).join('; ')}.`;
    const title = points.some((one) => one.claim.b === 'monotone')
      ? 'The value, by the day it was told'
      : 'The value, by the time it is given for';
    return figure(title, said, canvas(width, height, title, said, ink));
  }

  /** A row a quote: a bar for the time its value holds at, a ring for the day it was printed. */
  function ledger(finding, width) {
    const seen = new Set();
    const rows = tellings(finding).filter((one) => {
      const key = `${one.side}/${one.claim.doc}`;
      if (seen.has(key) || (!one.held && one.printed === null)) return false;
      return seen.add(key);
    });
    const shown = rows.slice(0, kRows);
    const days = shown
      .flatMap((one) => [one.held && one.held[0], one.held && one.held[1], one.printed])
      .filter((day) => typeof day === 'number');
    const printed = shown.some((one) => one.printed !== null);
    if (shown.length < 2 || !printed || Math.max(...days) - Math.min(...days) < 1) return null;
    const scale = scaleOf(days, false, false, 8, width - 8, true);
    const bottom = shown.length * kRow + 2;
    const ink = shown.map((one, at) => {
      const y = at * kRow;
      const parts = [];
      const from = one.held ? (one.held[0] === null ? 6 : scale(one.held[0] * kDayMs)) : null;
      const to = one.held ? (one.held[1] === null ? width - 6 : scale((one.held[1] + 1) * kDayMs)) : null;
      const ring = one.printed === null ? null : scale((one.printed + 0.5) * kDayMs);
      const middle = from === null ? ring : (from + to) / 2;
      parts.push(label(`${letterOf(one.side)}  ${one.words} · ${one.source}`, middle, y + 15, width));
      if (from !== null && ring !== null)
        parts.push(svg('line', { class: 'lag', x1: middle, x2: ring, y1: y + 28, y2: y + 28 }));
      if (from !== null)
        parts.push(svg('line', { class: 'bar', x1: from, x2: Math.max(to, from + 6), y1: y + 28, y2: y + 28 }));
      if (ring !== null) parts.push(svg('circle', { class: 'ring', cx: ring, cy: y + 28, r: 5.5 }));
      return svg('g', { class: sideClass(one.side) }, parts);
    });
    ink.push(axis(scale, bottom, width, true));
    const said = `${rows
      .map(
        (one) =>
          `${letterOf(one.side)}, ${one.source}: ${[
            one.heldWords ? `given for ${one.heldWords}` : '',
            one.printed === null ? 'printed on an unknown day' : `printed ${docs[one.claim.doc].pub}`,
          ]
            .filter(Boolean)
            .join(', ')}`,
      )
      .join('; ')}.`;
    const title = 'What was said when';
    return figure(
      title,
      said,
      canvas(width, bottom + kAxis, title, said, ink),
      'Bars: the time the value is given for. Rings: the day it was printed.',
    );
  }

  const timedOf = (finding) => ['as-of-date', 'date', 'weekday'].includes(finding.check);

  /** All that is worth drawing of a finding, at a width in px. */
  function drawings(finding, width) {
    const wide = clamp(Math.round(width), kLeast, kMost);
    const moves = finding.r === 'update' || finding.sides.some((side) => side.c.some((at) => claimAt(at).b));
    const timed = timedOf(finding);
    const path = moves && !timed ? curve(finding, wide) : null;
    const line = lines(finding, timed, wide) || lines(finding, !timed, wide);
    const printed = timed ? ledger(finding, wide) : null;
    if (printed && finding.check === 'as-of-date') return [printed]; // it has what the line would say, and more
    return (finding.r === 'update' ? [path, line, printed] : [line, path, printed]).filter(Boolean);
  }

  /** The sides' reaches in a few pixels, for a closed card; it only repeats what the card says. */
  function spark(finding) {
    const rows = rowsOf(finding, timedOf(finding)).slice(0, 4);
    const ends = rows.flatMap((row) => [row.low, row.high]).filter((end) => end !== null);
    if (rows.length < 2 || ends.length === 0) return null;
    const width = 150;
    const scale = scaleOf(
      timedOf(finding) ? ends.map((end) => end / kDayMs) : ends,
      rows.some((row) => row.low === null),
      rows.some((row) => row.high === null),
      4,
      width - 4,
      timedOf(finding),
    );
    const height = rows.length * 9 + 3;
    return svg(
      'svg',
      { class: 'spark', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
      rows.map((row, at) => {
        const from = row.low === null ? 0 : scale(row.low);
        const to = row.high === null ? width : scale(row.high);
        const y = at * 9 + 6;
        return svg(
          'g',
          { class: sideClass(row.side) },
          svg('line', { class: 'track', x1: 0, x2: width, y1: y, y2: y }),
          svg('line', { class: 'bar', x1: Math.min(from, to - 5), x2: to, y1: y, y2: y }),
        );
      }),
    );
  }

  crosscheck.charts = { drawings, spark, letterOf, sideClass };
})();
