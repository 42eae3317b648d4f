// The report as the islands hold it, and what follows from it: which articles and sources a finding touches, which text it
// is searched by. An article's island is parsed when somebody asks for it; for search by quotes all are, a few
// milliseconds at a time, while the page is idle.
(() => {
  'use strict';
  const kSliceMs = 8;
  const page = JSON.parse(document.getElementById('findings-data').textContent);
  const docs = page.docs;
  const findings = page.findings;
  const looks = new Map(page.relations.map((look) => [look.name, look]));

  /** Who stands behind an article: its source, or the article itself where none is known. */
  const sourceOf = (doc) => docs[doc].source || docs[doc].name;
  /** The first of a family of copies. */
  const originOf = (doc) => {
    let at = doc;
    for (let hops = 0; docs[at].copy !== undefined && hops < docs.length; hops += 1) at = docs[at].copy;
    return at;
  };
  const copiesOf = new Map();
  docs.forEach((doc, index) => {
    doc.index = index;
    if (doc.copy === undefined) return;
    const origin = originOf(index);
    copiesOf.set(origin, [...(copiesOf.get(origin) || []), index]);
  });

  /** The article that holds a claim: the last one whose claims begin at or before it. */
  function docOf(claim) {
    let low = 0;
    let high = docs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (docs[middle].first <= claim) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  const articles = new Map();
  function article(doc) {
    if (!articles.has(doc)) {
      const island = document.getElementById(`article-data-${doc}`);
      const parsed = JSON.parse(island.textContent);
      parsed.c.forEach((claim, index) => Object.assign(claim, { index: docs[doc].first + index, doc }));
      articles.set(doc, parsed);
    }
    return articles.get(doc);
  }
  function claimAt(index) {
    const doc = docOf(index);
    return article(doc).c[index - docs[doc].first];
  }
  /** The paragraph a claim stands in; its title for one in the title. */
  const paragraphOf = (claim) => {
    const own = article(claim.doc);
    return claim.p === null ? own.h || '' : own.t[claim.p][1];
  };
  const valueOf = (claim) => paragraphOf(claim).slice(claim.s, claim.e);
  const sentenceOf = (claim) => paragraphOf(claim).slice(claim.q[0], claim.q[1] === null ? undefined : claim.q[1]);

  const byId = new Map();
  const findingsOfClaim = new Map();
  findings.forEach((finding, index) => {
    finding.index = index;
    byId.set(finding.id, finding);
    const claims = new Set();
    for (const side of finding.sides) for (const claim of side.c) claims.add(claim);
    for (const made of finding.der) for (const claim of made.in) claims.add(claim);
    finding.claims = [...claims];
    for (const claim of claims) {
      if (!findingsOfClaim.has(claim)) findingsOfClaim.set(claim, []);
      findingsOfClaim.get(claim).push(finding);
    }
    finding.docs = [...new Set(finding.claims.map(docOf))].sort((a, b) => a - b);
    finding.sources = [...new Set(finding.docs.map(sourceOf))];
    finding.stories = [...new Set(finding.docs.map((doc) => docs[doc].story).filter(Boolean))];
    finding.text = [
      finding.id,
      finding.fp,
      finding.sum,
      finding.fact,
      finding.why,
      finding.slip,
      finding.attr,
      finding.check,
      ...finding.sides.map((side) => side.w),
      ...finding.der.map((made) => made.w),
      ...finding.sources,
      ...finding.docs.flatMap((doc) => [docs[doc].name, docs[doc].title]),
    ]
      .filter(Boolean)
      .join('\n')
      .toLowerCase();
  });

  /** Adds the quoted sentences to what findings are searched by; `done` hears when all are there. */
  function indexQuotes(done) {
    let next = 0;
    const step = () => {
      const until = performance.now() + kSliceMs;
      while (next < findings.length && performance.now() < until) {
        const finding = findings[next];
        // join() and not +=: a text that is one piece is searched several times as fast as one of two.
        finding.text = [finding.text, ...finding.claims.map((claim) => sentenceOf(claimAt(claim)).toLowerCase())].join(
          '\n',
        );
        next += 1;
      }
      if (next < findings.length) setTimeout(step, 4);
      else done();
    };
    setTimeout(step, 50);
  }

  Object.assign(crosscheck, {
    page,
    docs,
    findings,
    looks,
    byId,
    findingsOfClaim,
    copiesOf,
    sourceOf,
    originOf,
    docOf,
    article,
    claimAt,
    paragraphOf,
    valueOf,
    sentenceOf,
    indexQuotes,
  });
})();
