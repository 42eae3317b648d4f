// What a person decides about a finding: accepted, dismissed with a reason, or fixed; and what was decided before.
(() => {
  'use strict';
  const { h, reviews } = crosscheck;
  const kReasons = ['other scope', 'other time', 'not the same fact', 'misread by the program', 'known and published'];

  const kVerbs = [
    ['accepted', 'Accept'],
    ['dismissed', 'Dismiss'],
    ['fixed', 'Mark as fixed'],
  ];

  function decided(finding) {
    const known = reviews.of(finding.fp);
    if (!known) return 'Not reviewed yet.';
    const parts = [known.state[0].toUpperCase() + known.state.slice(1)];
    if (known.by) parts.push(`by ${known.by}`);
    if (known.at) parts.push(known.at.slice(0, 10));
    const until = known.until
      ? reviews.expired(known)
        ? `, expired ${known.until}, so it counts no more`
        : `, until ${known.until}`
      : '';
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
    const [reason, reasonLabel] = field('reason', 'Reason', {
      list: 'reasons',
      'aria-describedby': `${prefix}-problem`,
    });
    const [note, noteLabel] = field('note', 'Note', { rows: 1 }, 'textarea');
    const [by, byLabel] = field('by', 'Your name', {});
    const [until, untilLabel] = field('until', 'Until', { type: 'date' });
    const problem = h('p', { class: 'problem', id: `${prefix}-problem`, role: 'alert' });
    const status = h('p', { class: 'decided', role: 'status' }, decided(finding));
    const decide = (state) => {
      const missing = state === 'dismissed' && !reason.value.trim();
      problem.textContent = missing ? 'Say why it is dismissed, so that the next reader knows.' : '';
      reason.setAttribute('aria-invalid', String(missing));
      if (missing) {
        reason.focus();
        return;
      }
      crosscheck.storage.set('crosscheck.by', by.value.trim());
      reviews.decide(finding.fp, {
        state,
        reason: reason.value.trim(),
        note: note.value.trim(),
        by: by.value.trim(),
        until: state === 'dismissed' ? until.value : '',
      });
    };
    const buttons = kVerbs.map(([state, words]) =>
      h('button', { type: 'button', class: state, 'data-state': state, click: () => decide(state) }, words),
    );
    const reset = h('button', { type: 'button', class: 'reset', click: () => decide('open') }, 'Take back');
    const refresh = () => {
      const now = reviews.of(finding.fp);
      status.textContent = [decided(finding), reviews.trouble()].filter(Boolean).join(' ');
      reset.hidden = !now;
      form.classList.toggle('known', Boolean(now));
      for (const button of buttons)
        button.setAttribute('aria-pressed', String(Boolean(now) && now.state === button.dataset.state));
    };
    const form = h(
      'form',
      { class: 'review', 'aria-label': `Review of ${finding.id}`, submit: (event) => event.preventDefault() },
      h('h5', {}, 'Review'),
      status,
      h('div', { class: 'fields' }, reasonLabel, noteLabel, byLabel, untilLabel),
      problem,
      h('div', { class: 'verbs' }, buttons, reset),
    );
    form.refresh = refresh;
    refresh();
    return form;
  }

  crosscheck.reviewForm = review;
  crosscheck.reasonList = () =>
    h(
      'datalist',
      { id: 'reasons' },
      kReasons.map((words) => h('option', { value: words })),
    );
})();
