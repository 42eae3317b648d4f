// What browser_test.py asks inside the page: times, contrast, targets, names. Nothing here changes what is tested.
(() => {
  'use strict';
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  /** Milliseconds until what `act` does is laid out. */
  window.timed = async (act) => {
    await frame();
    const begin = performance.now();
    act();
    void document.body.offsetHeight;
    return performance.now() - begin;
  };
  window.typing = (text) =>
    window.timed(() => {
      const input = document.getElementById('search');
      input.value = text;
      input.dispatchEvent(new Event('input'));
    });

  const rgb = (colour) => {
    const found = /rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)/.exec(colour);
    return found ? [found[1], found[2], found[3], found[4] === undefined ? 1 : found[4]].map(Number) : null;
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour && colour[3] > 0) layers.push(colour);
      if (colour && colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  }
  const light = (colour) => {
    const [r, g, b] = colour
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const shown = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const name = (element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') || ''} “${element.textContent.trim().slice(0, 30)}”`;

  /** Texts with less than 4.5 to 1, or 3 to 1 where they are large. */
  window.faint = () => {
    const out = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || seen.has(element) || element.closest('script, style, title, desc') || !shown(element))
        continue;
      if (element.closest('button:disabled')) continue;
      seen.add(element);
      const style = getComputedStyle(element);
      const svg = element instanceof SVGElement;
      const ink = rgb(svg ? style.fill : style.color);
      const below = ground(svg ? element.ownerSVGElement : element);
      const grounds = [below];
      // Words on a drawing may lie on the area where no value can be.
      if (svg)
        for (const area of element.ownerSVGElement.querySelectorAll('.gap'))
          grounds.push(rgb(getComputedStyle(area).fill));
      const size = parseFloat(style.fontSize);
      const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      for (const one of grounds) {
        const ratio = contrast(over(ink, one), one);
        if (ratio < least) out.push(`${name(element)} ${ratio.toFixed(2)}`);
      }
    }
    return out;
  };

  /** Things to press that are smaller than 24 by 24 px and not words inside a sentence. */
  window.smallTargets = () =>
    [...document.querySelectorAll('button, input, summary, nav a')]
      .filter(shown)
      .filter((element) => {
        const box = (element.closest('label') || element).getBoundingClientRect();
        return box.width < 24 || box.height < 24;
      })
      .map(name);

  /** Things to press or fill in that a screen reader has no name for. */
  window.nameless = () =>
    [...document.querySelectorAll('button, a[href], input, textarea, svg[role="img"]')]
      .filter(shown)
      .filter(
        (element) =>
          !(
            element.getAttribute('aria-label') ||
            element.textContent.trim() ||
            (element.labels && element.labels.length)
          ),
      )
      .map(name);

  window.focused = () => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const label = element.labels && element.labels.length ? element.labels[0].textContent : '';
    return {
      text: (element.textContent || label || element.value || '').trim(),
      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  };

  /** Opens every finding and every view, one after the other. */
  window.walk = async () => {
    const go = async (place) => {
      location.hash = place;
      await frame();
      await frame();
    };
    for (const finding of crosscheck.findings) await go(`#${finding.id}`);
    for (const one of document.querySelectorAll('details')) one.open = true;
    for (const place of ['#articles', '#sources', '#once']) await go(place);
    for (const doc of crosscheck.docs) await go(`#d${doc.index}`);
    for (let claim = 1; claim <= crosscheck.page.claims; claim += 1) await go(`#c${claim}`);
    await go('#findings');
    for (const one of document.querySelectorAll('.more, .rest')) if (shown(one)) one.click();
  };
})();
