import type { Part } from './part.js';
import type { Problems } from './problems.js';
import type { StatusRange } from './workload.js';

/**
 * Reads which statuses are as they should be.
 *
 * ```
 * expect := status | "[" status { "," status } "]"
 * status := whole number from 100 to 599 | ( "1" … "5" ) "xx"
 * ```
 */
export function readExpectation(part: Part, problems: Problems): StatusRange[] {
  const { content } = part;
  const parts = content.kind === 'list' ? content.elements : [part];
  if (parts.length === 0) wrong(part, problems);
  return parts.map((each) => {
    const text = each.content.kind === 'scalar' ? each.content.text : '';
    const [, hundreds, rest] = /^([1-5])(\d\d|xx)$/i.exec(text) ?? [];
    if (hundreds === undefined || rest === undefined) wrong(each, problems);
    const isClass = rest?.toLowerCase() === 'xx';
    return isClass
      ? { from: Number(`${hundreds}00`), to: Number(`${hundreds}99`) }
      : { from: Number(text), to: Number(text) };
  });
}

function wrong(part: Part, problems: Problems): void {
  problems.wrong(part, 'a status from 100 to 599, a class of them, or a list of these', '201, [200, 201] or 2xx');
}
