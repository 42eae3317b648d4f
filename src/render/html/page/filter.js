// Which findings are shown. A facet's values are joined by "or", facets and search words by "and"; beside each value
// stands how many findings it would show under the other facets. 10,000 findings take a few milliseconds: each knows by
// which facets it fails, as bits.
(() => {
  'use strict';
  const { findings, looks, page } = crosscheck;

  /** name, heading, the values of a finding, and how a value is shown. */
  const facets = [
    { name: 'relation', heading: 'Relation', of: (f) => [f.r], words: (value) => looks.get(value).label },
    { name: 'review', heading: 'Review', of: (f) => [crosscheck.reviews.stateOf(f.fp)], words: (v) => kStates[v] },
    { name: 'severity', heading: 'Severity', of: (f) => [f.sev], words: (value) => value },
    { name: 'check', heading: 'Check', of: (f) => [f.check], words: (value) => value },
    { name: 'attribute', heading: 'What is measured', of: (f) => (f.attr ? [f.attr] : []), words: (value) => value },
    { name: 'source', heading: 'Source', of: (f) => f.sources, words: (value) => value },
    { name: 'story', heading: 'Story', of: (f) => f.stories, words: (value) => storyWords(value) },
  ];
  const kStates = { open: 'not reviewed', accepted: 'accepted', dismissed: 'dismissed', fixed: 'fixed' };
  facets.forEach((facet, index) => {
    facet.bit = 1 << index;
  });
  const kSearchBit = 1 << facets.length;
  const kOnlyBit = kSearchBit << 1;

  /** "s3" says nothing; the title of its first article does. */
  const storyTitles = new Map();
  for (const doc of page.docs) if (doc.story && !storyTitles.has(doc.story)) storyTitles.set(doc.story, doc.title);
  const storyWords = (story) => `${story} · ${storyTitles.get(story) || ''}`;

  const state = {
    words: [],
    chosen: new Map(facets.map((facet) => [facet.name, new Set()])),
    only: null, // { words, ids: Set } from the matrix
  };

  /** Each finding's values, facet by facet, as numbers; those of `review` change while the page is open. */
  function refresh(name) {
    const facet = facets.find((one) => one.name === name);
    const numbers = new Map();
    facet.ids = findings.map((finding) =>
      facet.of(finding).map((value) => {
        if (!numbers.has(value)) numbers.set(value, numbers.size);
        return numbers.get(value);
      }),
    );
    facet.values = [...numbers.keys()];
  }
  for (const facet of facets) refresh(facet.name);

  /** The facets by which something is left out, each with the numbers that pass. */
  const narrowing = () =>
    facets
      .filter((facet) => state.chosen.get(facet.name).size > 0)
      .map((facet) => {
        const chosen = state.chosen.get(facet.name);
        return { bit: facet.bit, ids: facet.ids, passes: facet.values.map((value) => chosen.has(value)) };
      });

  function failures(finding, index, narrow) {
    let bits = 0;
    for (const { bit, ids, passes } of narrow) if (!ids[index].some((id) => passes[id])) bits |= bit;
    for (const word of state.words) if (!finding.text.includes(word)) return bits | kSearchBit;
    if (state.only && !state.only.ids.has(finding.id)) bits |= kOnlyBit;
    return bits;
  }

  const counted = (facet, counts) =>
    new Map(facet.values.map((value, id) => [value, counts[id]]).filter(([, count]) => count > 0));

  /** → { shown, counts }: counts has, for each facet, value → findings that it would show. */
  function apply() {
    const shown = [];
    const narrow = narrowing();
    const counts = facets.map((facet) => new Uint32Array(facet.values.length));
    for (let index = 0; index < findings.length; index += 1) {
      const bits = failures(findings[index], index, narrow);
      if (bits === 0) shown.push(findings[index]);
      for (let at = 0; at < facets.length; at += 1) {
        if ((bits & ~facets[at].bit) !== 0) continue;
        for (const id of facets[at].ids[index]) counts[at][id] += 1;
      }
    }
    return { shown, counts: new Map(facets.map((facet, at) => [facet.name, counted(facet, counts[at])])) };
  }

  function totals(name) {
    const facet = facets.find((one) => one.name === name);
    const counts = new Uint32Array(facet.values.length);
    for (const own of facet.ids) for (const id of own) counts[id] += 1;
    return counted(facet, counts);
  }

  const search = (text) => {
    state.words = text.toLowerCase().split(/\s+/).filter(Boolean);
  };
  const clear = () => {
    for (const chosen of state.chosen.values()) chosen.clear();
    state.words = [];
    state.only = null;
  };
  const active = () =>
    state.words.length > 0 || state.only !== null || [...state.chosen.values()].some((chosen) => chosen.size > 0);

  crosscheck.filter = { facets, state, apply, totals, refresh, search, clear, active, kStates };
})();
