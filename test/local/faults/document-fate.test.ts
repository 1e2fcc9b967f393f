import { expect, test } from 'vitest';
import { fateOf } from '../../../src/local/faults/document-fate.js';
import { NO_FAULTS } from '../../../src/local/faults/faults.js';

const names = Array.from({ length: 1000 }, (_, number) => `document ${number}`);

test('without faults a document arrives at once', () => {
  expect(fateOf('a', NO_FAULTS)).toEqual({ kind: 'arrives', delayMs: 0 });
});

test('each document has its own jitter, spread over its whole range, and the same again', () => {
  const faults = { ...NO_FAULTS, ingestionDelayMs: 100, ingestionJitterMs: 1000 };
  const delays = names.map((name) => {
    const fate = fateOf(name, faults);
    expect(fateOf(name, faults)).toEqual(fate);
    return fate.kind === 'arrives' ? fate.delayMs : Number.NaN;
  });
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
  expect(Math.min(...delays)).toBeLessThan(120);
  expect(Math.max(...delays)).toBeLessThanOrEqual(1100);
  expect(Math.max(...delays)).toBeGreaterThan(1080);
});

test('the lost are the share that was asked for', () => {
  const lost = names.filter((name) => fateOf(name, { ...NO_FAULTS, lostShare: 0.2 }).kind === 'lost');
  expect(lost.length / names.length).toBeCloseTo(0.2, 1);
});
