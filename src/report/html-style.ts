import { TIMELINE_RULES } from './html-timeline-style.js';
import { type Markup, markup } from './markup.js';

/** The page's style: light, dark and on paper; from a telephone's width up. Colours are defined once, at the top. */
export const STYLE: Markup = markup`<style>
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --panel: #fff; --text: #1b1f24; --muted: #59636e; --line: #dfe3e8; --faint: #f0f2f5;
  --worse: #b42318; --worse-soft: #fdecea; --better: #16703c; --unsure: #8a5a00; --unsure-soft: #fdf3dc;
  --link: #0b57b0; --same: #7b8794; --box: #f8f9fb; --frame: #c9d0d8;
  --c1: #2f5fa8; --c2: #d5772b; --c3: #257a65; --c4: #a64f8e; --c5: #c9a227; --c6: #5b9bd5; --c7: #8c564b; --c8: #6a8f3c;
  --c0: #b4bcc6; --on-dark: #fff; --on-light: #1b1f24;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0f1217; --panel: #171b21; --text: #e4e8ed; --muted: #9aa5b1; --line: #2b323b; --faint: #1f252d;
    --worse: #ff8a7d; --worse-soft: #3a1d1b; --better: #5ccb8b; --unsure: #e8b64c; --unsure-soft: #33290f;
    --link: #7db5ff; --same: #8793a1; --box: #1f262e; --frame: #454f5b;
    --c1: #5f8fd8; --c2: #e39353; --c3: #4fb399; --c4: #c87bb2; --c5: #d9bb55; --c6: #8fc0ee; --c7: #b98375; --c8: #93b868;
    --c0: #7d8894; --on-dark: #0f1217; --on-light: #0f1217;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 20px 16px 0; }
section, header { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 18px 22px; margin: 0 0 14px; }
footer { max-width: 1180px; margin: 0 auto; padding: 4px 38px 32px; color: var(--muted); font-size: 12.5px; }
h1 { font-size: 26px; line-height: 1.25; margin: 2px 0 4px; font-weight: 650; }
h2 { font-size: 16px; margin: 0 0 10px; font-weight: 650; }
p { margin: 0 0 10px; }
a { color: var(--link); }
code { font: 0.9em ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; unicode-bidi: isolate; }
small { font-size: 0.86em; color: var(--muted); font-weight: 400; }
.count { color: var(--muted); font-weight: 400; margin-left: 4px; }
.lead, caption, .legend { color: var(--muted); font-size: 13px; }

header { border-top: 4px solid var(--same); }
header.regressed { border-top-color: var(--worse); } header.passed { border-top-color: var(--better); } header.inconclusive { border-top-color: var(--unsure); }
.regressed h1 { color: var(--worse); } .passed h1 { color: var(--better); } .inconclusive h1 { color: var(--unsure); }
.over { margin: 0; color: var(--muted); font-size: 12.5px; }
.mark { font: 0.85em "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif; }
.versions { color: var(--muted); } .versions .now { color: var(--text); font-weight: 600; }
.summary { font-size: 17px; margin: 0; }
.tally { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 12px 0 0; padding: 10px 0 0; border-top: 1px solid var(--line); color: var(--muted); font-size: 13.5px; }
.tally b { color: var(--text); font-size: 16px; font-variant-numeric: tabular-nums; }
.tally .regressed b, .state.regressed, .new, .worse { color: var(--worse); } .tally .improved b, .state.improved { color: var(--better); } .tally .inconclusive b, .state.inconclusive { color: var(--unsure); }
.reasons { margin: 12px 0 0; padding-left: 20px; } .reasons li { margin: 4px 0; } .reasons span { display: block; }
.note { margin: 12px 0 0; padding: 8px 12px; border-left: 3px solid var(--same); background: var(--faint); border-radius: 0 6px 6px 0; font-size: 14px; }
.warning { border-left-color: var(--unsure); background: var(--unsure-soft); }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
caption { text-align: left; caption-side: bottom; padding: 10px 0 0; }
th, td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--muted); font-size: 12.5px; padding-top: 0; white-space: nowrap; vertical-align: bottom; }
tr > :last-child { padding-right: 0; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.what { font-weight: 600; display: block; } .where { color: var(--muted); } .where code { color: var(--text); } .sep { color: var(--same); }
td[data-label="Where"] { min-width: 150px; } td[data-label="What"] { min-width: 96px; }
.change { font-variant-numeric: tabular-nums; white-space: nowrap; display: block; }
.change b { color: var(--worse); }
.example { display: block; font-size: 12px; }
.state { white-space: nowrap; color: var(--muted); }
.dense table { font-size: 13px; } .dense th, .dense td, .time th, .time td { padding-top: 5px; padding-bottom: 5px; }

svg { display: block; }
.interval { max-width: 100%; height: auto; margin-top: 3px; }
.interval .beyond { fill: var(--worse); opacity: 0.07; } .interval .tolerance { stroke: var(--worse); stroke-dasharray: 3 2; opacity: 0.75; fill: none; }
.interval .zero, .delta .zero { stroke: var(--same); fill: none; }
.interval .range { fill: var(--same); opacity: 0.5; } .interval .estimate { fill: var(--muted); }
.interval.regressed .range, .interval.regressed .estimate { fill: var(--worse); } .interval.improved .range, .interval.improved .estimate { fill: var(--better); } .interval.inconclusive .range, .interval.inconclusive .estimate { fill: var(--unsure); }

details { border-top: 1px solid var(--line); padding: 10px 0 4px; }
summary { cursor: pointer; } summary::marker { color: var(--same); }
.time summary { font-weight: 600; margin-bottom: 6px; } .total { font-weight: 400; color: var(--muted); margin-left: 8px; white-space: nowrap; } .total b { color: var(--text); }
.bars { display: grid; grid-template-columns: max-content 1fr; gap: 5px 12px; margin: 8px 0 14px; align-items: center; font-size: 13px; color: var(--muted); }
.bars dd { margin: 0; } .stack rect { stroke: var(--panel); stroke-width: 1px; } .stack text { font-size: 11.5px; font-weight: 600; text-anchor: middle; }
.key { display: inline-block; min-width: 21px; text-align: center; border-radius: 4px; font-size: 11.5px; font-weight: 600; margin-right: 4px; }
.delta { margin-top: 4px; } .delta .slower { fill: var(--worse); } .delta .faster { fill: var(--better); }
.c1 { fill: var(--c1); background: var(--c1); } .c2 { fill: var(--c2); background: var(--c2); } .c3 { fill: var(--c3); background: var(--c3); } .c4 { fill: var(--c4); background: var(--c4); }
.c5 { fill: var(--c5); background: var(--c5); } .c6 { fill: var(--c6); background: var(--c6); } .c7 { fill: var(--c7); background: var(--c7); } .c8 { fill: var(--c8); background: var(--c8); } .c0 { fill: var(--c0); background: var(--c0); }
.key { color: var(--on-light); } .stack text { fill: var(--on-light); }
.key.c1, .key.c3, .key.c4, .key.c7 { color: var(--on-dark); } .on-c1, .on-c3, .on-c4, .on-c7 { fill: var(--on-dark) !important; }

.look { margin: 0; padding-left: 22px; } .look li { margin: 4px 0; } .look li::marker { color: var(--muted); }
.edges { list-style: none; margin: 0 0 14px; padding: 0; font-size: 14px; } .edges li { margin: 3px 0; } .edges .new { color: inherit; } .edges .new b, .edges .denied b { color: var(--worse); } .edges .same, .edges .undecided { color: var(--muted); }
.graph { max-width: 100%; height: auto; margin: 4px auto 10px; }
.graph .line { fill: none; stroke: var(--same); stroke-width: 1.3; } .graph .reach { fill: none; stroke: transparent; stroke-width: 14; pointer-events: stroke; }
.graph .new .line { stroke: var(--worse); stroke-width: 3.2; } .graph .worse .line { stroke: var(--worse); stroke-width: 1.8; } .graph .removed .line { stroke-dasharray: 2 4; stroke-width: 1.8; }
.graph marker path { fill: var(--same); } .graph marker.new path, .graph marker.worse path { fill: var(--worse); }
.graph .box { fill: var(--box); stroke: var(--frame); stroke-width: 1.3; } .graph .worse .box { stroke: var(--worse); stroke-width: 2.2; } .graph .new .box { stroke: var(--worse); stroke-width: 2.2; stroke-dasharray: 6 3; } .graph .removed .box { stroke: var(--same); stroke-dasharray: 2 4; }
.graph text { text-anchor: middle; fill: var(--text); } .graph .name { font-size: 12.5px; font-weight: 600; } .graph .type { font-size: 11px; fill: var(--muted); } .graph .removed text { fill: var(--muted); }
.graph .label { font-size: 11.5px; font-weight: 600; fill: var(--muted); paint-order: stroke; stroke: var(--panel); stroke-width: 5px; stroke-linejoin: round; } .graph .label.new, .graph .label.worse { fill: var(--worse); }
.legend span { margin-right: 14px; }

.columns { display: flex; flex-wrap: wrap; gap: 20px 40px; } .columns > * { flex: 1 1 320px; min-width: 0; max-width: 620px; } .columns caption { caption-side: top; padding: 0 0 8px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 5px 18px; margin: 18px 0 0; font-size: 14px; } .facts dt { color: var(--muted); } .facts dd { margin: 0; overflow-wrap: anywhere; }

@media screen and (max-width: 1000px) {
  main { padding: 8px 8px 0; } footer { padding: 4px 16px 24px; } section, header { padding: 14px; }
  .folds { display: flex; flex-direction: column; } .folds tbody { display: block; } .folds caption { order: 1; } .folds thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .folds tr { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 10px 0; border-top: 1px solid var(--line); } .folds tr:first-child { border-top: 0; padding-top: 0; }
  .folds tr > * { border: 0; padding: 0; text-align: left; flex: none; max-width: 100%; } .folds tr > th, .folds td[data-label="Where"], .folds td[data-label^="Change"] { flex: 1 0 100%; }
  .folds td::before { content: attr(data-label); display: block; color: var(--muted); font-size: 12px; } .folds td:is([data-label="What"], [data-label="Where"], [data-label^="Before"], [data-label^="Change"])::before { display: none; }
  .dense .folds tr { gap: 2px 14px; } .dense .folds tr > th { flex: none; } .dense .folds td[data-label="What"] { flex: 1 1 0; font-weight: 600; }
  .change { white-space: normal; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 8px; }
}
@media screen and (max-width: 560px) {
  .scroll > table:not(.folds) :is(th, td) { padding-right: 10px; } .time td:last-child, .time thead th:last-child { display: none; }
}
@media print {
  body { background: #fff; font-size: 11px; } main { max-width: none; padding: 0; } section, header { border-width: 0 0 1px; border-radius: 0; padding: 10px 0; }
  table, .dense table, .facts, .edges { font-size: 10px; } thead th, .lead, caption, .legend, .bars { font-size: 9.5px; } h1 { font-size: 20px; } h2 { font-size: 13px; } .summary { font-size: 13px; }
  th, td, .dense th, .dense td { padding: 3px 9px 3px 0; } .interval { width: 140px; } .example { font-size: 8.5px; } .change { white-space: normal; }
  tr, .bars, .graph { break-inside: avoid; } .scroll { overflow: visible; } .graph { min-width: 0 !important; }
  .key, .note { print-color-adjust: exact; } details::details-content { content-visibility: visible; block-size: auto; } h2, summary { break-after: avoid; }
}
${TIMELINE_RULES}
</style>`;
