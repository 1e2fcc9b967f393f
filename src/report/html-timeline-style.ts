import { type Markup, markup } from './markup.js';

/** The timelines' part of the page's style, which has the colours. */
export const TIMELINE_RULES: Markup = markup`.examples summary { font-weight: 600; } .examples summary .where { font-weight: 400; } .examples h3 { font-size: 13.5px; font-weight: 600; margin: 14px 0 6px; }
.beside { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px 28px; } figure { margin: 0; min-width: 0; }
figcaption { font-size: 13px; margin: 0 0 4px; overflow-wrap: anywhere; } figcaption small { display: block; }
.lanes { table-layout: fixed; font-size: 12px; line-height: 1.35; }
.lanes th, .lanes td { padding: 2px 8px 2px 0; border-top: 0; vertical-align: middle; } .lanes tbody tr:hover { background: var(--faint); }
.lanes thead th:first-child { width: 44%; } .lanes thead th:last-child { width: 62px; } .lanes thead th { font-size: 11.5px; position: relative; }
.lanes tbody th { padding-left: calc(2px + 10px * var(--depth)); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--muted); } .lanes tbody th code { color: var(--text); overflow-wrap: normal; }
.lanes tbody .lane { background: linear-gradient(to right, var(--line) 1px, transparent 1px) 0 0 / var(--grid) 100% content-box; }
.lanes .n { padding-right: 0; } .lanes svg { overflow: hidden; } .lanes text { font-size: 10.5px; fill: var(--muted); }
.lanes .ran, .swatch.ran { fill: var(--c6); background: var(--c6); opacity: 0.42; } .lanes .path, .swatch.path { fill: var(--c1); background: var(--c1); }
.lanes .fault .ran, .swatch.fault { fill: var(--worse); background: var(--worse); opacity: 0.45; } .lanes .fault .path { fill: var(--worse); } .lanes .warned { color: var(--unsure); }
.lanes .here th { box-shadow: inset 3px 0 var(--unsure); } .lanes .here { background: var(--unsure-soft); }
.swatch { display: inline-block; width: 22px; height: 9px; margin: 0 2px 0 6px; } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media screen and (max-width: 1000px) { .beside { grid-template-columns: minmax(0, 1fr); } }
@media screen and (max-width: 560px) { .lanes thead th:first-child { width: 50%; } .lanes tbody th { padding-left: calc(2px + 6px * var(--depth)); } }
@media print { .lanes { font-size: 9px; } .lanes tr, figure { break-inside: avoid; } .lanes rect { print-color-adjust: exact; } }`;
