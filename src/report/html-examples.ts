import type { ExamplePair } from '../compare/examples.js';
import type { Timeline } from '../trace/timeline.js';
import { drawnTraces, MOST_ILLUSTRATED } from './drawn-traces.js';
import { exampleAnchor, traceMarkup } from './example-links.js';
import type { Finding } from './finding.js';
import { findingWords } from './finding-words.js';
import { formatMs } from './format.js';
import { placeMarkup } from './html-findings.js';
import { timelineTable } from './html-timeline.js';
import { placesToLookAt } from './look-at.js';
import { type Markup, markup } from './markup.js';
import type { Compared, Report } from './report.js';
import { timeScaleOf } from './time-scale.js';

/** What the drawings are made of. */
interface Drawings {
  readonly region: string | null;
  readonly timelines: ReadonlyMap<string, Timeline>;
  readonly asked: ReadonlySet<string>;
}

/** Each finding's typical and worst trace, drawn beside a baseline's on one scale; the first to look at is open. */
export function examplesSection(report: Report, { findings }: Compared): Markup {
  const { timelines, run } = report;
  const shown = findings.slice(0, MOST_ILLUSTRATED).filter(({ examples }) => examples !== null);
  const left = findings.length - MOST_ILLUSTRATED;
  if (shown.length === 0) return markup``;
  if (timelines.length === 0 && run.collected === null) {
    return markup`<section id="examples"><h2>Example traces</h2>
<p>There are no timelines: the traces came from files that hold none of their documents.</p></section>`;
  }
  const first = placesToLookAt(shown)[0]?.finding;
  const drawings: Drawings = {
    region: run.awsRegion,
    timelines: new Map(timelines.map((timeline) => [timeline.traceId, timeline])),
    asked: new Set(drawnTraces(findings)),
  };
  return markup`<section id="examples"><h2>Example traces</h2>
<p class="lead">Of each finding a typical and the worst trace, beside one of the baseline that stands at the same place among its own. Both have one time scale. <span class="swatch path"></span> on the critical path: the response waited for it itself. <span class="swatch ran"></span> ran, while something else was waited for. <span class="swatch fault"></span> failed. Hosts’ clocks may differ.</p>
${shown.map((finding) => exampleMarkup(finding, exampleAnchor(report, findings.indexOf(finding)), finding === first, drawings))}${left > 0 ? markup`<p class="lead">The traces of ${left} more findings are in the table above only.</p>` : []}</section>`;
}

function exampleMarkup(finding: Finding, anchor: string | null, open: boolean, drawings: Drawings): Markup {
  const { what, measured } = findingWords(finding);
  const { typical, worst } = finding.examples!;
  const sole = typical.candidate === worst.candidate;
  const parts = sole
    ? pairMarkup('The only trace that shows it', typical, finding, drawings)
    : [
        pairMarkup(`Typical: ${typicalWords(finding)}`, typical, finding, drawings),
        pairMarkup('Worst', worst, finding, drawings),
      ];
  return markup`<details class="examples"${open ? markup` open` : []}><summary>${what} <span class="where">${placeMarkup(finding)}</span> <span class="total">${measured}</span></summary>
<div${anchor === null ? [] : markup` id="${anchor}"`}>${parts}</div></details>\n`;
}

function typicalWords({ metric }: Finding): string {
  if (metric === 'p95') return 'at the 95th percentile';
  return metric === 'typical' ? 'at the median' : 'at the median of those that show it';
}

function pairMarkup(title: string, { candidate, baseline }: ExamplePair, finding: Finding, drawings: Drawings): Markup {
  const { timelines } = drawings;
  const scale = timeScaleOf([candidate, baseline ?? ''].flatMap((id) => timelines.get(id) ?? []));
  const side = (name: string, traceId: string | null) => {
    const timeline = traceId === null ? undefined : timelines.get(traceId);
    const tookMs = timeline?.durationMs ?? null;
    const id = traceId === null ? markup`no trace of this operation` : traceMarkup(drawings.region, traceId);
    const drawn = timeline === undefined ? notDrawn(traceId, drawings) : timelineTable(timeline, scale, finding.place);
    return markup`<figure><figcaption><b>${name}</b>${tookMs === null ? [] : markup` ${formatMs(tookMs)}`} <small>${id}</small></figcaption>
${drawn}</figure>`;
  };
  return markup`<h3>${title}</h3>
<div class="beside">${side('now', candidate)}${side('before', baseline)}</div>\n`;
}

function notDrawn(traceId: string | null, { asked }: Drawings): Markup {
  if (traceId === null) return markup``;
  const why = asked.has(traceId)
    ? 'Not drawn: its documents could not be fetched once more.'
    : 'Not drawn: only so many traces are fetched once more.';
  return markup`<p class="lead">${why}</p>`;
}
