// The page's look, as one style sheet: ink on paper, one column, a rule above each finding; red, amber and green
// only repeat what a mark and a word already say. Contrast is 4.5 to 1 or better in both schemes (the red on
// paper has 7). System fonts only, so that nothing is fetched.
#include "render/html/html.h"

namespace crosscheck::rendering::html {

namespace {

constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1c1a; --soft: #5d5a54; --rule: #dcd8cf; --faint: #f1eee7;
  --contradict: #a3161b; --inconsistent: #a3161b; --update: #8a5300; --agree: #17683a;
  --compatible: #1f4f7d; --consistent: #17683a; --once: #5d5a54;
  --mark: #fde9a8; --mark-ink: #1d1c1a; --link: #1f4f7d;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15161a; --card: #1b1d22; --ink: #e9e6df; --soft: #a7a39a; --rule: #34363d; --faint: #23252b;
    --contradict: #ff8f87; --inconsistent: #ff8f87; --update: #f0bd62; --agree: #7fd39c;
    --compatible: #8fc2f2; --consistent: #7fd39c; --once: #a7a39a;
    --mark: #5b4a12; --mark-ink: #fff6d8; --link: #8fc2f2;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 70rem; padding: 0 clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans);
  font-variant-numeric: lining-nums; overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code { font-family: var(--mono); font-size: .88em; }
h1, h2, h3, h4 { font-family: var(--serif); line-height: 1.2; font-weight: 600; margin: 0; text-wrap: balance; }
p { margin: 0 0 .75rem; }
summary { cursor: pointer; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 9; }

.masthead { padding: 2.5rem 0 1.75rem; border-bottom: 1px solid var(--ink); }
.brand { margin: 0 0 1.25rem; font: 600 .8rem/1 var(--sans); letter-spacing: .16em; text-transform: uppercase; color: var(--soft); }
h1 { font-size: clamp(2rem, 6vw, 3.25rem); letter-spacing: -.015em; overflow-wrap: anywhere; }
.standfirst { margin: .6rem 0 0; font-size: 1.1rem; color: var(--soft); }
.verdict { margin: 1rem 0 0; font: 1.25rem/1.4 var(--serif); max-width: 44rem; }
.tally { list-style: none; display: flex; flex-wrap: wrap; gap: 1.25rem 2.1rem; margin: 1.75rem 0 0; padding: 0; }
.tally a { display: block; color: inherit; text-decoration: none; }
.tally b { display: block; font: 600 2rem/1 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.tally span { font-size: .9rem; color: var(--soft); }
.tally a:hover span { text-decoration: underline; }
.contradict .mark, .tally .contradict b { color: var(--contradict); }
.inconsistent .mark, .tally .inconsistent b { color: var(--inconsistent); }
.update .mark { color: var(--update); }
.agree .mark { color: var(--agree); }
.compatible .mark { color: var(--compatible); }
.consistent .mark { color: var(--consistent); }
.mark { font-weight: 700; }

.filter {
  position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
  padding: .7rem 0; background: var(--paper); border-bottom: 1px solid var(--rule); font-size: .9rem;
}
.filter .words { flex: 1 1 16rem; display: flex; gap: .6rem; align-items: center; }
.filter [type=search] {
  flex: 1; min-width: 0; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft);
  border-radius: 4px; padding: .45rem .6rem;
}
.filter ::placeholder { color: var(--soft); opacity: 1; }
.filter fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.filter legend { position: absolute; left: -100rem; }
.filter label { display: inline-flex; gap: .35rem; align-items: center; min-height: 1.75rem; }
.filter [type=checkbox] { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--link); }
.shown { margin: 0; color: var(--soft); }
.shown:empty { display: none; }

.part { padding-top: 2.75rem; }
h2 { font-size: 1.75rem; }
h2 .count { font: 400 1.1rem/1 var(--sans); color: var(--soft); margin-left: .3rem; }
.lede { margin: .3rem 0 1.25rem; color: var(--soft); max-width: 44rem; }

article.finding { margin: 0 0 2rem; padding: 1.35rem 1.5rem 1.1rem; background: var(--card); border: 1px solid var(--rule); border-top: 4px solid var(--rule); border-radius: 2px; }
article.contradict { border-top-color: var(--contradict); }
article.inconsistent { border-top-color: var(--inconsistent); }
article.update { border-top-color: var(--update); }
.kicker { display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0 0 .55rem; font-size: .85rem; color: var(--soft); }
.tag { font-weight: 700; }
.contradict .tag { color: var(--contradict); } .inconsistent .tag { color: var(--inconsistent); }
.update .tag { color: var(--update); } .agree .tag, .consistent .tag { color: var(--agree); }
.compatible .tag { color: var(--compatible); }
article.finding h3 { font-size: clamp(1.3rem, 3vw, 1.6rem); max-width: 46rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1.5rem 2.25rem; margin: 1.25rem 0 0; }
.side { border-top: 1px solid var(--rule); padding-top: .75rem; min-width: 0; }
.side h4 { font-size: 1.25rem; }
.who { margin: .1rem 0 .8rem; font-size: .85rem; color: var(--soft); }
.quote { margin: 0 0 1.1rem; }
.quote blockquote { margin: 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--rule); font: 1.02rem/1.5 var(--serif); }
.quote p { margin: 0; }
.quote figcaption { margin-top: .35rem; padding-inline-start: calc(.9rem + 3px); font-size: .82rem; color: var(--soft); overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); padding: .05em .15em; border-radius: 2px; }
mark.short { white-space: nowrap; }
.derivation { margin: 0 0 1rem; }
.formula { margin: 0 0 .3rem; padding: .55rem .8rem; background: var(--faint); font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }
.aside { margin: 0 0 .6rem; font-size: .85rem; color: var(--soft); }
.reasoning { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1rem 2.25rem; margin-top: .75rem; padding-top: 1rem; border-top: 1px solid var(--rule); align-items: start; }
.why:empty { display: none; }
.slip { color: var(--ink); }
.drawing { margin: 0; min-width: 0; }
.drawing figcaption { margin-top: .4rem; font-size: .82rem; color: var(--soft); }
svg { display: block; overflow: visible; max-width: 100%; }
svg .label { fill: var(--ink); font: 600 13px/1 var(--sans); paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
svg .tick { fill: var(--soft); font: 12px/1 var(--sans); }
svg .axis { stroke: var(--soft); stroke-width: 1; }
svg .bar { stroke: var(--ink); stroke-width: 4; } svg .end { stroke: var(--ink); stroke-width: 2; }
svg .curve { stroke: var(--soft); stroke-width: 2; stroke-dasharray: 5 4; }
svg .dot, svg .arrow { fill: var(--ink); }
.receipt { margin-top: .75rem; font-size: .82rem; color: var(--soft); }
.receipt dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .5rem 0 0; }
.receipt dd { margin: 0; overflow-wrap: anywhere; }
.more > summary { font-size: .85rem; color: var(--soft); margin-bottom: .75rem; }

details.brief { border-top: 1px solid var(--rule); }
details.brief:last-child { border-bottom: 1px solid var(--rule); }
details.brief > summary { display: grid; grid-template-columns: 1.25rem 1fr auto; gap: 0 .5rem; padding: .65rem 0; list-style: none; }
details.brief > summary::-webkit-details-marker { display: none; }
details.brief > summary:hover .line { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
details.brief .line strong { margin-right: .35rem; }
details.brief .right { color: var(--soft); font-size: .85rem; padding-top: .12rem; white-space: nowrap; }
details.brief .right::after { content: " +"; } details.brief[open] .right::after { content: " –"; }
details.brief svg .label { stroke: var(--paper); }
details.brief .inside { padding: .25rem 0 1.25rem 1.75rem; }
.list > summary { padding: .4rem 0; }
.once-list, .skipped-list { list-style: none; margin: .5rem 0 0; padding: 0; }
.once-list li { display: grid; grid-template-columns: 11rem 1fr minmax(0, 20rem); gap: .1rem 1.25rem; padding: .5rem 0; border-top: 1px solid var(--rule); }
.once-list a { font-size: .85rem; overflow-wrap: anywhere; }
.skipped-list li { padding: .4rem 0; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.skipped-list code { margin-right: .75rem; }

.source { padding: 1.25rem 0 1.5rem; border-top: 1px solid var(--rule); }
.source h3 { font-size: 1.4rem; max-width: 44rem; }
.about { margin: .4rem 0 .75rem; font-size: .87rem; color: var(--soft); overflow-wrap: anywhere; }
.source summary { font-size: .85rem; color: var(--soft); }
.text { max-width: 46rem; margin-top: .9rem; padding-inline-start: 3rem; font: 1.05rem/1.65 var(--serif); }
.text p { position: relative; margin: 0 0 1em; }
.ln { position: absolute; inset-inline-start: -3rem; width: 2rem; text-align: end; color: var(--soft); font: .75rem/2.3 var(--sans); font-variant-numeric: tabular-nums; user-select: none; }
.text a, .source h3 a { color: inherit; text-decoration: none; }
.text mark, .source h3 mark { scroll-margin-top: 7rem; border-bottom: 2px solid var(--once); background: var(--faint); color: inherit; }
mark.once { border-bottom-style: dotted !important; border-bottom-width: 1px !important; }
mark.contradict, mark.inconsistent { border-bottom-color: var(--contradict) !important; border-bottom-style: double !important; border-bottom-width: 4px !important; }
mark.update { border-bottom-color: var(--update) !important; }
mark.agree, mark.consistent { border-bottom-color: var(--agree) !important; }
mark.compatible { border-bottom-color: var(--compatible) !important; border-bottom-style: dashed !important; }
mark.contradict::after, mark.inconsistent::after { content: "✗"; font: 700 .75em/1 var(--sans); vertical-align: super; margin-left: .15em; color: var(--contradict); }
mark.update::after { content: "↻"; font: 700 .75em/1 var(--sans); vertical-align: super; margin-left: .15em; color: var(--update); }
.text a:hover mark { background: var(--mark); color: var(--mark-ink); }
mark:target, .text mark:has(:target) { background: var(--mark); color: var(--mark-ink); outline: 2px solid var(--ink); outline-offset: 1px; }
.finding:target { outline: 2px solid var(--link); outline-offset: 3px; }
.colophon { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--ink); font-size: .85rem; color: var(--soft); }

@media (max-width: 40rem) {
  html { scroll-padding-top: 1rem; }
  .masthead { padding-top: 1.5rem; }
  .tally { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
  .tally b { font-size: 1.6rem; }
  .filter { position: static; }
  article.finding { margin-inline: -.35rem; padding: 1.1rem 1rem .9rem; }
  details.brief > summary { grid-template-columns: 1.25rem 1fr; }
  details.brief .right { grid-column: 2; }
  details.brief svg .label { stroke: var(--paper); }
details.brief .inside { padding-left: 0; }
  .once-list li { grid-template-columns: 1fr; }
  .text { padding-inline-start: 2rem; }
  .ln { inset-inline-start: -2rem; width: 1.4rem; }
}
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --faint: #f2f2f2; --link: #000;
    --contradict: #8f0d12; --inconsistent: #8f0d12; --update: #6f4300; --agree: #0d5129; --compatible: #173f66;
    --consistent: #0d5129; --once: #444; --mark: #fde9a8; --mark-ink: #000;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .filter, .skip, .receipt, .source summary, .list > summary { display: none; }
  article.finding, .quote, details.brief, .once-list li, .drawing { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace

std::string_view style() { return kStyle; }

}  // namespace crosscheck::rendering::html
