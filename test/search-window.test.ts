import { describe, expect, test } from 'vitest';
import type { Instant } from '../src/input-reader.js';
import { describeWindow, searchWindow } from '../src/run/search-window.js';

const NOW_MS = Date.UTC(2026, 10, 21, 12);
const DAY_MS = 86_400_000;

const ago = (days: number): Instant => ({ kind: 'ago', ms: days * DAY_MS });
const at = (iso: string): Instant => ({ kind: 'at', epochMs: Date.parse(iso) });
const windowOf = (since: Instant, until: Instant) => searchWindow({ since, until }, NOW_MS);

describe('the time in which traces are looked up', () => {
  test('is told by how long ago it began and ended', () => {
    expect(describeWindow(windowOf(ago(7), ago(1)))).toBe('2026-11-14T12:00:00Z to 2026-11-20T12:00:00Z');
  });

  test('is told by times', () => {
    const window = windowOf(at('2026-11-20T08:00:00+01:00'), at('2026-11-20T09:00:00Z'));
    expect(describeWindow(window)).toBe('2026-11-20T07:00:00Z to 2026-11-20T09:00:00Z');
  });

  test('ends with the run, also where it is to end later', () => {
    expect(windowOf(ago(1), at('2027-01-01')).untilMs).toBe(NOW_MS);
  });

  const wrong: { name: string; since: Instant; until: Instant; message: string }[] = [
    { name: 'begin when it ends', since: ago(1), until: ago(1), message: 'which is not before "until"' },
    {
      name: 'begin after it ends',
      since: at('2026-11-20'),
      until: at('2026-11-19'),
      message: '"since" is 2026-11-20T00:00:00Z',
    },
    { name: 'begin in the future', since: at('2026-12-01'), until: ago(0), message: 'which is not before "until"' },
    { name: 'begin before X-Ray remembers', since: ago(31), until: ago(0), message: 'more than 30 days ago' },
  ];
  test.each(wrong)('may not $name', ({ since, until, message }) => {
    expect(() => windowOf(since, until)).toThrow(message);
  });
});
