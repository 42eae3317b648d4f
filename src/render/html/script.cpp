// The page's one script, about thirty lines: it shows the filter bar, hides what the boxes and the search words
// leave out ("157 acme" keeps the cards that hold both), opens the <details> a link leads into and all of
// them for printing. Without it the page is the same, but for the bar. It stores nothing and asks nobody.
#include "render/html/html.h"

namespace crosscheck::rendering::html {

namespace {

constexpr std::string_view kScript = R"js(
(() => {
  'use strict';
  const form = document.querySelector('.filter');
  const items = [...document.querySelectorAll('[data-relation]')];
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const apply = () => {
    const boxes = [...form.querySelectorAll('[type=checkbox]')];
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = form.querySelector('[type=search]').value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      item.hidden = !wanted.has(item.dataset.relation) || !words.every((word) => textOf(item).includes(word));
      if (!item.hidden) shown += 1;
    }
    for (const part of document.querySelectorAll('.part')) {
      const own = part.querySelectorAll('[data-relation]');
      part.hidden = own.length > 0 && [...own].every((item) => item.hidden);
    }
    for (const list of document.querySelectorAll('details.list')) if (words.length) list.open = true;
    form.querySelector('.shown').textContent =
      shown === items.length ? '' : shown + ' of ' + items.length + ' shown';
  };
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (form && target.closest('[hidden]')) { form.reset(); apply(); }
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView();
  };
  if (form) {
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    apply();
  }
  window.addEventListener('hashchange', reveal);
  reveal();
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const one of closed) one.open = true;
  });
  window.addEventListener('afterprint', () => { for (const one of closed) one.open = false; });
})();
)js";

}  // namespace

std::string_view script() { return kScript; }

}  // namespace crosscheck::rendering::html
