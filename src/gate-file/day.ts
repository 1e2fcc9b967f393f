import type { Part } from '../scenario/part.js';
import type { Problems } from '../scenario/problems.js';

/** Reads a day of the calendar, such as `2027-03-31`: the whole of it, by UTC. */
export function readDay(part: Part, problems: Problems): string {
  const text = part.content.kind === 'scalar' ? part.content.text : '';
  if (!isDay(text)) problems.wrong(part, 'a day that the calendar has', '2027-03-31');
  return text;
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
