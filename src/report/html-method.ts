import type { RunHealth } from '../drive/run-health.js';
import type { Reached } from '../trace/coverage.js';
import { costWords } from './cost-words.js';
import { formatMinute, formatMs, formatNumber, formatShare } from './format.js';
import { table } from './html-table.js';
import { noInsights } from './insight-words.js';
import { type Markup, markup, prose } from './markup.js';
import { operationName } from './operation-coverage.js';
import type { Compared, Report } from './report.js';
import { coverageRows, fromPlanSentence, pairingSentence, stageSentences } from './stage-words.js';

/** How the numbers came about: what each side sent and gave back, which operations were judged, and by which rule. */
export function methodSection(report: Report): Markup {
  const { compared } = report;
  return markup`<section id="method"><h2>How it was measured</h2>
<div class="columns">
${coverageTable(report)}
${compared === null ? [] : operationsTable(compared)}
</div>
<dl class="facts">${facts(report).map(([name, fact]) => markup`<dt>${name}</dt><dd>${fact}</dd>\n`)}</dl></section>`;
}

/** Why there was nothing to compare with, and what gives the next run a baseline. */
export function noBaselineSection({ baselineChoice, verdict }: Report): Markup {
  if (verdict !== 'no-baseline')
    return markup`<section id="baseline"><h2>Baseline</h2>
<p>${prose(baselineChoice)}</p></section>`;
  return markup`<section id="baseline"><h2>How to get a baseline</h2>
<p>${prose(baselineChoice)}</p>
<p>To compare, give the gate one of these:</p>
<dl class="facts">
<dt><code>baseline-url</code></dt><dd>The baseline is live: both versions are driven side by side, and the comparison is exact.</dd>
<dt><code>baseline</code></dt><dd>A version whose traces are in X-Ray.</dd>
<dt><code>baseline-profile</code></dt><dd>A file that <code>save-profile</code> wrote.</dd>
<dt><code>environment</code></dt><dd>The version of the last successful deployment to a GitHub environment.</dd>
</dl></section>`;
}

const REACHED: readonly (readonly [keyof Reached, string])[] = [
  ['answered', 'Answered'],
  ['traced', 'Traced'],
  ['complete', 'Whole trace'],
  ['otherVersion', 'Other version'],
];

function coverageTable(report: Report): Markup {
  return table(
    markup`Coverage: how far the requests got; traces of another version are set aside`,
    [{ label: 'Side' }, { label: 'Sent', numbers: true }, ...REACHED.map(([, label]) => ({ label, numbers: true }))],
    coverageRows(report).flatMap(({ label, coverage }) => {
      const { operations } = coverage;
      const each = operations.map((operation) => ({ name: operationName(operation), reached: operation }));
      return [
        reachedRow(markup`<b>${label}</b>`, coverage),
        ...(operations.length < 2
          ? []
          : each.map(({ name, reached }) => reachedRow(markup`<code>${name}</code>`, reached))),
      ];
    }),
  );
}

function reachedRow(label: Markup, reached: Reached): Markup[] {
  return [
    label,
    markup`${reached.sent}`,
    ...REACHED.map(([step]) =>
      reached.sent === 0
        ? markup`${reached[step]}`
        : markup`${reached[step]} <small>${formatShare(reached[step] / reached.sent)}</small>`,
    ),
  ];
}

function operationsTable({ operations }: Compared): Markup {
  return table(
    markup`Operations: requests and cold starts, baseline + candidate`,
    [
      { label: 'Operation' },
      { label: 'Requests', numbers: true },
      { label: 'Comparable', numbers: true },
      { label: 'Cold starts', numbers: true },
      { label: 'Judged' },
    ],
    operations.map(({ operation, requests, comparable, coldStarts, judged }) => [
      markup`<code>${operation}</code>`,
      markup`${requests.baseline} + ${requests.candidate}`,
      markup`${comparable}`,
      markup`${coldStarts.baseline} + ${coldStarts.candidate}`,
      judged ? markup`yes` : markup`<span class="state inconclusive">too few</span>`,
    ]),
  );
}

function facts(report: Report): (readonly [string, Markup])[] {
  const { compared, run } = report;
  const { driven, collected } = run;
  const cost = costWords(run.awsUse);
  return [
    ...(compared === null ? [] : rule(report, compared)),
    ...(driven === null
      ? []
      : ([
          [
            'Traffic',
            markup`${formatNumber(driven.requestsPerSecond)} requests a second${compared?.design === 'pairs' ? markup` to each version` : []} for ${formatNumber(driven.slots / driven.requestsPerSecond)} s`,
          ],
          [
            'Departures',
            markup`${formatMs(driven.health.lateP50Ms)} late at p50, ${formatMs(driven.health.lateP99Ms)} at p99; ${driven.health.notSent} requests could not be sent by the runner`,
          ],
          ...seenByDriver(driven.health),
        ] as const)),
    ...(collected === null
      ? []
      : ([
          [
            'Collection',
            markup`${collected.calls} calls to X-Ray; traces settled ${formatNumber(collected.elapsedMs / 1000)} s after the last request${collected.scanned > 0 ? markup`; ${collected.scanned} traces scanned` : []}`,
          ],
        ] as const)),
    ...(run.insights?.insights.length === 0
      ? ([['Insights', prose(noInsights(run.insights, run.insights.group))]] as const)
      : []),
    ...(cost === null ? [] : ([['Cost', prose(cost)]] as const)),
    ['Run', markup`<code>${run.id}</code>, started ${formatMinute(run.startedAtMs)}`],
    ['Gate', markup`version ${run.gateVersion}`],
  ];
}

function rule(report: Report, compared: Compared): (readonly [string, Markup])[] {
  const { design, units, nullMargin, seed } = compared;
  const pairing = pairingSentence(compared);
  return [
    ['Baseline', prose(report.baselineChoice)],
    [
      'Design',
      design === 'pairs'
        ? markup`${units} pairs of requests, driven side by side, in random order within each pair`
        : markup`one version after the other, in ${units} blocks of requests that followed each other`,
    ],
    ['Stages', prose(stageSentences(compared).join(' '))],
    ...(pairing === null ? [] : ([['Pairs', prose(pairing)]] as const)),
    [
      'Null margin',
      markup`${formatShare(nullMargin)}: a time must be worse by more than this to be a finding, for two deployments of one build differ too`,
    ],
    ['Seed', markup`<code>${seed}</code>; <code>run.json</code> holds all else that gives the same verdict again`],
  ];
}

function seenByDriver(health: RunHealth): (readonly [string, Markup])[] {
  const sentence = fromPlanSentence(health);
  return sentence === null ? [] : [['Driver', prose(sentence)]];
}
