import type { ExceptionDifference } from '../compare/exceptions.js';
import { traceMarkup } from './example-links.js';
import { exceptionSeen } from './exception-words.js';
import { table } from './html-table.js';
import { type Markup, markup, prose } from './markup.js';
import type { Compared, Report } from './report.js';

/** The exceptions of one version alone, new ones first; empty where there are none. */
export function exceptionsSection(report: Report, { exceptions }: Compared): Markup {
  if (exceptions.length === 0) return markup``;
  const rows = exceptions.map((exception) => [
    markup`<span class="state ${stateOf(exception)}">${exception.change === 'new' ? 'new' : 'gone'}</span>${exception.certain ? [] : markup` <small>too rare to be certain</small>`}`,
    markup`<span class="what">${exception.type === '' ? 'without a type' : exception.type}</span>${exception.message === '' ? [] : markup` <small>${prose(exception.message)}</small>`}`,
    markup`<span class="where">${exception.path.map((name, i) => (i === 0 ? markup`<code>${name}</code>` : markup` <span class="sep">›</span> <code>${name}</code>`))}</span>`,
    markup`${exception.operations.map((operation, i) => (i === 0 ? markup`<code>${operation}</code>` : markup`, <code>${operation}</code>`))}`,
    markup`${exceptionSeen(exception)}`,
    exampleOf(report, exception),
  ]);
  return markup`<section id="exceptions" class="dense"><h2>New and gone exceptions <span class="count">${exceptions.length}</span></h2>
${table(
  markup`Recorded by the traces of one version alone. They fail no job by themselves: the faults that they cause do.`,
  [
    { label: 'Change' },
    { label: 'Exception' },
    { label: 'Recorded at' },
    { label: 'Operations' },
    { label: 'Seen' },
    { label: 'Example' },
  ],
  rows,
  true,
)}</section>`;
}

function stateOf({ change, certain }: ExceptionDifference): string {
  if (!certain) return 'inconclusive';
  return change === 'new' ? 'regressed' : 'unchanged';
}

function exampleOf({ run }: Report, { exampleTraceId }: ExceptionDifference): Markup {
  return traceMarkup(run.awsRegion, exampleTraceId);
}
