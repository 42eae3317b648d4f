// What a person decided about findings, by fingerprint. From the report itself ("reviews"), then what this browser
// remembers, the newer of two. From disk the page exports them as reviews.jsonl, one line each:
//   {"fingerprint":"02ab…","state":"dismissed","reason":"other scope","note":"","by":"Ana","at":"2025-11-04T09:30:00Z"}
// Handed out by `crosscheck serve`, it also posts each line to `reviews` beside it, with the token that came in
// <meta name="crosscheck-token"> or as #token=…; "open" takes a decision back.
(() => {
  'use strict';
  const { page, storage, h } = crosscheck;
  const kKey = `crosscheck.reviews/${page.name}`;
  const kStates = ['accepted', 'dismissed', 'fixed', 'open'];
  const reviews = new Map();
  const listeners = [];
  let trouble = '';

  const isReview = (one) => one && typeof one.fingerprint === 'string' && kStates.includes(one.state);
  function take(one) {
    if (!isReview(one)) return;
    const known = reviews.get(one.fingerprint);
    if (!known || String(known.at || '') <= String(one.at || '')) reviews.set(one.fingerprint, one);
  }
  for (const one of page.reviews || []) take(one);
  try {
    for (const one of JSON.parse(storage.get(kKey) || '[]')) take(one);
  } catch {
    /* something else wrote there: as if nothing were remembered */
  }

  function findToken() {
    const meta = document.querySelector('meta[name="crosscheck-token"]');
    if (meta) return meta.content;
    const found = /^#token=([\w-]+)$/.exec(location.hash);
    if (!found) return null;
    history.replaceState(null, '', location.pathname + location.search);
    return found[1];
  }
  const token = location.protocol.startsWith('http') ? findToken() : null;

  /** What was written since the page was made, by this browser or another. */
  async function readThrough() {
    if (!token) return;
    try {
      const answer = await fetch('reviews', { credentials: 'same-origin', headers: { 'X-Crosscheck-Token': token } });
      if (!answer.ok) return;
      for (const text of (await answer.text()).split('\n')) {
        if (!text.trim()) continue;
        const one = JSON.parse(text);
        take(one);
        for (const listener of listeners) listener(one.fingerprint);
      }
    } catch {
      /* what the page came with stands; the next decision says that the server is gone */
    }
  }

  const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const today = () => now().slice(0, 10);
  const expired = (one) => Boolean(one.until) && one.until < today();
  const of = (fingerprint) => {
    const known = reviews.get(fingerprint);
    return known && known.state !== 'open' ? known : null;
  };
  /** A decision past its day counts no more. */
  const stateOf = (fingerprint) => {
    const known = of(fingerprint);
    return known && !expired(known) ? known.state : 'open';
  };

  const line = (one) => {
    const ordered = {};
    for (const key of ['fingerprint', 'state', 'reason', 'note', 'by', 'at', 'until']) {
      if (one[key] !== undefined && !(key === 'until' && !one[key])) ordered[key] = one[key];
    }
    return JSON.stringify(ordered);
  };
  const lines = () =>
    [...reviews.values()]
      .filter((one) => one.state !== 'open')
      .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
      .map((one) => `${line(one)}\n`)
      .join('');

  async function writeThrough(one) {
    if (!token) return;
    try {
      const answer = await fetch('reviews', {
        method: 'POST',
        body: line(one),
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'X-Crosscheck-Token': token },
      });
      trouble = answer.ok ? '' : `The server refused the review (${answer.status}); it is kept in this browser.`;
    } catch {
      trouble = 'The server does not answer; the review is kept in this browser.';
    }
    for (const listener of listeners) listener(one.fingerprint);
  }

  function decide(fingerprint, fields) {
    const one = { fingerprint, reason: '', note: '', ...fields, at: now() };
    reviews.set(fingerprint, one);
    trouble =
      storage.set(kKey, JSON.stringify([...reviews.values()])) || token
        ? ''
        : 'This browser keeps nothing for pages from disk: export the reviews before you leave.';
    for (const listener of listeners) listener(fingerprint);
    writeThrough(one);
  }

  function save() {
    const address = URL.createObjectURL(new Blob([lines()], { type: 'application/x-ndjson' }));
    const link = h('a', { download: 'reviews.jsonl' });
    link.href = address;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  addEventListener('DOMContentLoaded', readThrough);

  crosscheck.reviews = {
    of,
    stateOf,
    expired,
    decide,
    save,
    lines,
    served: Boolean(token),
    count: () => [...reviews.values()].filter((one) => one.state !== 'open').length,
    trouble: () => trouble,
    listen: (listener) => listeners.push(listener),
  };
})();
