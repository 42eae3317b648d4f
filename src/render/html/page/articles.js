// Every article as it was read, its claims marked where they stand: a mark leads to the worst finding that quotes it, a
// plain one says that nobody else states this. "A 27% stake" inside "a 27% stake worth $135 billion" is one mark: claims
// that overlap share it. Beside the text stands what was found, worst first.
(() => {
  'use strict';
  const { h, counted, grouped, mark, page, docs, looks, article, claimAt, findingsOfClaim, copiesOf, docOf } =
    crosscheck;
  const kListed = 200; // articles, until searched

  /** Stretches of a text and the claims in each; they do not overlap. */
  function stretches(claims, paragraph) {
    const own = claims
      .filter((claim) => claim.p === paragraph && claim.e > claim.s)
      .sort((a, b) => a.s - b.s || b.e - a.e);
    const out = [];
    for (const claim of own) {
      const last = out[out.length - 1];
      if (last && claim.s < last.end) {
        last.end = Math.max(last.end, claim.e);
        last.claims.push(claim);
      } else {
        out.push({ begin: claim.s, end: claim.e, claims: [claim] });
      }
    }
    return out;
  }

  const rank = new Map(page.relations.map((look, index) => [look.name, index]));
  function worst(stretch) {
    const all = stretch.claims.flatMap((claim) => findingsOfClaim.get(claim.index) || []);
    return all.sort((a, b) => rank.get(a.r) - rank.get(b.r) || a.index - b.index)[0];
  }

  function marked(stretch, text) {
    const anchors = stretch.claims.map((claim) => h('span', { id: `c${claim.index + 1}`, class: 'anchor' }));
    const words = text.slice(stretch.begin, stretch.end);
    const finding = worst(stretch);
    if (!finding)
      return [anchors, h('mark', { class: 'once', title: 'Said once: no other source was found to state it' }, words)];
    const look = looks.get(finding.r);
    return [
      anchors,
      h(
        'a',
        { href: `#${finding.id}`, class: `claim ${finding.r}`, title: `${look.label}: ${finding.sum}` },
        h('mark', { class: finding.r }, words),
        h('sup', { 'aria-hidden': 'true' }, look.mark),
      ),
    ];
  }

  function withMarks(text, claims, paragraph) {
    const out = [];
    let at = 0;
    for (const stretch of stretches(claims, paragraph)) {
      out.push(text.slice(at, stretch.begin), ...marked(stretch, text));
      at = stretch.end;
    }
    out.push(text.slice(at));
    return out;
  }

  function about(index, claims) {
    const doc = docs[index];
    const parts = [h('code', {}, doc.name)];
    if (doc.source) parts.push(h('bdi', {}, doc.source));
    if (doc.pub) parts.push(doc.pub);
    parts.push(counted(claims, 'claim', 'claims'));
    if (doc.story) parts.push(`story ${doc.story}`);
    if (doc.copy !== undefined) {
      parts.push(
        h('span', {}, 'a copy of ', h('a', { href: `#d${doc.copy}` }, docs[doc.copy].name), ', no source of its own'),
      );
    }
    const copies = copiesOf.get(index);
    if (copies)
      parts.push(
        h(
          'span',
          {},
          'copied by ',
          copies.map((one, at) => [at ? ', ' : '', h('a', { href: `#d${one}` }, docs[one].name)]),
        ),
      );
    if (doc.url) parts.push(h('a', { href: doc.url, rel: 'noopener noreferrer nofollow' }, 'original'));
    return h(
      'p',
      { class: 'about' },
      parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part])),
    );
  }

  /** What was found about this article, worst first. */
  function findingsBeside(claims) {
    const seen = new Set();
    const items = [];
    for (const claim of claims) {
      for (const finding of findingsOfClaim.get(claim.index) || []) {
        if (seen.has(finding.id)) continue;
        seen.add(finding.id);
        items.push(finding);
      }
    }
    items.sort((a, b) => rank.get(a.r) - rank.get(b.r) || a.index - b.index);
    if (items.length === 0) return h('p', { class: 'aside' }, 'No finding touches this article.');
    return h(
      'ul',
      { class: 'beside-list' },
      items.map((finding) =>
        h(
          'li',
          { class: finding.r },
          mark(looks.get(finding.r).mark),
          ' ',
          h('a', { href: `#${finding.id}` }, finding.sum),
          ' ',
          h('span', { class: 'aside' }, looks.get(finding.r).label),
        ),
      ),
    );
  }

  function articlePage(index) {
    const doc = docs[index];
    const own = article(index);
    const heading = own.h === undefined ? doc.title : withMarks(own.h, own.c, null);
    return h(
      'article',
      { class: 'source', 'aria-labelledby': 'article-h' },
      h('p', { class: 'back' }, h('a', { href: '#articles' }, '← All articles')),
      h('h2', { id: 'article-h', lang: doc.lang, dir: 'auto', tabindex: '-1' }, heading),
      about(index, own.c.length),
      doc.warn ? h('p', { class: 'aside' }, `Read with a warning: ${doc.warn.join('; ')}.`) : null,
      h(
        'div',
        { class: 'spread' },
        h(
          'div',
          { class: 'text', lang: doc.lang, dir: 'auto' },
          own.t.map(([line, text], at) =>
            h('p', {}, h('span', { class: 'ln', 'aria-hidden': 'true' }, String(line)), withMarks(text, own.c, at)),
          ),
        ),
        h(
          'aside',
          { class: 'beside', 'aria-label': 'Findings about this article' },
          h('h3', {}, 'What was found'),
          findingsBeside(own.c),
          h(
            'p',
            { class: 'legend' },
            page.relations
              .filter((look) => look.count > 0)
              .map((look) => h('span', { class: look.name }, h('mark', { class: look.name }, look.label), ' ')),
            h('mark', { class: 'once' }, 'said once'),
          ),
        ),
      ),
    );
  }

  function articleList() {
    const count = new Map();
    for (const finding of crosscheck.findings) {
      for (const doc of finding.docs) {
        const own = count.get(doc) || { conflicts: 0, all: 0 };
        own.all += 1;
        if (finding.r === 'contradict' || finding.r === 'inconsistent') own.conflicts += 1;
        count.set(doc, own);
      }
    }
    const body = h('tbody', {});
    const said = h('p', { class: 'aside', role: 'status' });
    const input = h('input', { type: 'search', id: 'article-search', autocomplete: 'off' });
    const fill = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const hits = docs.filter((doc) =>
        words.every((word) => `${doc.name}\n${doc.title}\n${doc.source || ''}`.toLowerCase().includes(word)),
      );
      said.textContent =
        hits.length > kListed ? `${grouped(kListed)} of ${grouped(hits.length)} listed: search to narrow.` : '';
      body.replaceChildren(
        ...hits.slice(0, kListed).map((doc) => {
          const own = count.get(doc.index) || { conflicts: 0, all: 0 };
          return h(
            'tr',
            {},
            h(
              'th',
              { scope: 'row' },
              h('a', { href: `#d${doc.index}` }, h('bdi', {}, doc.title)),
              h('span', { class: 'aside' }, doc.title === doc.name ? null : h('code', {}, doc.name)),
            ),
            h('td', {}, h('bdi', {}, doc.source || '–')),
            h('td', {}, doc.pub || '–'),
            h('td', {}, doc.story || '–'),
            h(
              'td',
              { class: own.conflicts ? 'number contradict' : 'number' },
              own.conflicts ? [mark('✗'), ' ', grouped(own.conflicts)] : '0',
            ),
            h('td', { class: 'number' }, grouped(own.all)),
            h('td', {}, doc.copy === undefined ? '' : `copy of ${docs[doc.copy].name}`),
          );
        }),
      );
    };
    input.addEventListener('input', fill);
    fill();
    return h(
      'section',
      { class: 'part', 'aria-labelledby': 'articles-h' },
      h('h2', { id: 'articles-h', tabindex: '-1' }, 'Articles ', h('span', { class: 'count' }, grouped(docs.length))),
      h('p', { class: 'lede' }, 'Every text as it was read. A marked value leads to what was found about it.'),
      docs.length > 12
        ? h('p', { class: 'narrow' }, h('label', { for: 'article-search' }, 'Search the articles '), input)
        : null,
      said,
      h(
        'div',
        { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Table of articles' },
        h(
          'table',
          { class: 'articles' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['Article', 'Source', 'Published', 'Story', 'Conflicts', 'Findings', ''].map((words) =>
                h('th', { scope: 'col' }, words),
              ),
            ),
          ),
          body,
        ),
      ),
    );
  }

  function onceList() {
    const once = page.once;
    const list = h('ul', { class: 'once-list' });
    let laid = 0;
    const more = h('button', { type: 'button', class: 'rest' });
    const step = () => {
      const end = Math.min(laid + 200, once.length);
      for (; laid < end; laid += 1) {
        const claim = claimAt(once[laid]);
        list.append(
          h(
            'li',
            {},
            h('b', {}, h('bdi', {}, crosscheck.valueOf(claim))),
            ' ',
            h('bdi', {}, claim.k),
            ' ',
            crosscheck.place(claim),
          ),
        );
      }
      more.hidden = laid >= once.length;
      more.textContent = `Show ${grouped(Math.min(200, once.length - laid))} more`;
    };
    more.addEventListener('click', step);
    step();
    return h(
      'section',
      { class: 'part', 'aria-labelledby': 'once-h' },
      h('h2', { id: 'once-h', tabindex: '-1' }, 'Said once ', h('span', { class: 'count' }, grouped(once.length))),
      h('p', { class: 'lede' }, 'Only one source states these; they could not be cross-checked.'),
      list,
      more,
    );
  }

  crosscheck.articles = { page: articlePage, list: articleList, once: onceList, docOf };
})();
