// The panel beside the findings: search and facets. A facet lists its values by how many findings have them, the first
// few until asked for more; beside each stands how many it would show now. Values keep their place while counts change,
// so that a hand that aims at a box meets it.
(() => {
  'use strict';
  const { h, grouped, mark, looks, filter } = crosscheck;
  const kFirst = 7;
  const kMost = 300; // values of a facet in the page; the search box finds the rest

  function facetBox(facet, changed) {
    const rows = new Map();
    const list = h('ul', {});
    const more = h('button', { type: 'button', class: 'more' });
    const chosen = filter.state.chosen.get(facet.name);
    let all = false;
    let order = [];

    const row = (value) => {
      const box = h('input', {
        type: 'checkbox',
        change: () => {
          if (box.checked) chosen.add(value);
          else chosen.delete(value);
          changed();
        },
      });
      const count = h('span', { class: 'count' });
      const look = facet.name === 'relation' ? looks.get(value) : null;
      const words = facet.words(value);
      const item = h(
        'li',
        { class: look ? value : null },
        h(
          'label',
          { title: words.length > 26 ? words : null },
          box,
          h('span', { class: 'name' }, look ? [mark(look.mark), ' '] : null, h('bdi', {}, words)),
          count,
        ),
      );
      return { item, box, count };
    };
    function lay() {
      const shown = order.filter((value, at) => at < (all ? kMost : kFirst) || chosen.has(value));
      for (const value of shown) if (!rows.has(value)) rows.set(value, row(value));
      list.replaceChildren(...shown.map((value) => rows.get(value).item));
      more.hidden = order.length <= kFirst;
      more.textContent = all ? 'Fewer' : `All ${grouped(order.length)}`;
      more.setAttribute('aria-expanded', String(all));
    }
    more.addEventListener('click', () => {
      all = !all;
      lay();
      update(last);
    });

    let last = new Map();
    function update(counts) {
      last = counts;
      for (const [value, own] of rows) {
        const count = counts.get(value) || 0;
        own.count.textContent = grouped(count);
        own.item.classList.toggle('empty', count === 0);
        own.box.checked = chosen.has(value);
      }
    }
    function reset() {
      const totals = filter.totals(facet.name);
      order =
        facet.name === 'relation'
          ? [...looks.keys()].filter((value) => totals.has(value))
          : facet.name === 'review'
            ? Object.keys(filter.kStates)
            : [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
      lay();
    }
    reset();
    const root = h('fieldset', { class: 'facet' }, h('legend', {}, facet.heading), list, more);
    root.hidden = order.length < 2;
    return {
      root,
      update,
      reset: () => {
        reset();
        update(last);
      },
    };
  }

  function panel(changed) {
    const input = h('input', {
      type: 'search',
      id: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: 'a name, a number, a file',
    });
    input.addEventListener('input', () => {
      filter.search(input.value);
      changed();
    });
    const boxes = new Map(filter.facets.map((facet) => [facet.name, facetBox(facet, changed)]));
    const clear = h(
      'button',
      {
        type: 'button',
        class: 'clear',
        click: () => {
          reset();
          changed();
        },
      },
      'Clear all filters',
    );
    const facets = h(
      'div',
      { class: 'facet-list', id: 'facet-list' },
      [...boxes.values()].map((box) => box.root),
      clear,
    );
    const drawer = h(
      'button',
      { type: 'button', class: 'drawer', 'aria-expanded': 'false', 'aria-controls': 'facet-list' },
      'Filters',
    );
    drawer.addEventListener('click', () => {
      const open = root.classList.toggle('open');
      drawer.setAttribute('aria-expanded', String(open));
    });
    const root = h(
      'form',
      {
        class: 'facets',
        role: 'search',
        'aria-label': 'Filter the findings',
        submit: (event) => event.preventDefault(),
      },
      h('label', { class: 'words', for: 'search' }, 'Search'),
      input,
      drawer,
      facets,
    );

    function reset() {
      filter.clear();
      input.value = '';
    }
    function update(counts) {
      for (const [name, box] of boxes) box.update(counts.get(name));
      clear.hidden = !filter.active();
    }
    return {
      root,
      update,
      reset,
      input,
      reviewed: () => {
        filter.refresh('review');
        boxes.get('review').reset();
      },
    };
  }

  crosscheck.facets = { panel };
})();
