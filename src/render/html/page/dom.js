// Elements from data. What an article says reaches the page only as text nodes and attribute values made here: there is
// no innerHTML anywhere, no style in markup, and an address is a place in this page or http(s).
//   h('a', { href: '#c17', class: 'place' }, 'brief.txt:7') is that link; null children are left out.
const crosscheck = {};
(() => {
  'use strict';
  const kSvg = 'http://www.w3.org/2000/svg';

  function dress(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === 'function') element.addEventListener(name, value);
      else if (name === 'href' && !/^(#|https?:\/\/)/i.test(value)) continue;
      else element.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== false && child !== '') element.append(child);
    }
    return element;
  }

  const h = (tag, attributes, ...children) => dress(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, ...children) => dress(document.createElementNS(kSvg, tag), attributes, children);

  const number = new Intl.NumberFormat('en');
  const grouped = (count) => number.format(count);
  const counted = (count, one, many) => `${grouped(count)} ${count === 1 ? one : many}`;

  /** Text that says the same to eyes and to a screen reader, with a mark only for eyes. */
  const mark = (sign) => h('span', { class: 'mark', 'aria-hidden': 'true' }, sign);

  /** A storage that may be missing, full or forbidden. */
  const storage = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
  };

  Object.assign(crosscheck, { h, svg, grouped, counted, mark, storage });
})();
