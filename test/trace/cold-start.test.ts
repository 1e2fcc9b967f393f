import { describe, expect, test } from 'vitest';
import { coldStartMs } from '../../src/trace/cold-start.js';
import type { Segment } from '../../src/trace/entity.js';
import { aSegment, aSubsegment, aTrace } from '../support/segment-builder.js';

const lambda = (step: string, overrides: Partial<Segment> = {}) =>
  aSegment({ origin: 'AWS::Lambda::Function', subsegments: [aSubsegment({ name: step })], ...overrides });

describe('a cold start', () => {
  const cases: { name: string; segment: Segment; cold: boolean }[] = [
    { name: 'a function that was initialised', segment: lambda('Init'), cold: true },
    { name: 'a function that was initialised, in the older layout', segment: lambda('Initialization'), cold: true },
    { name: 'a function restored from its snapshot', segment: lambda('Restore'), cold: true },
    { name: 'a function that was warm', segment: lambda('Invocation'), cold: false },
    { name: 'a function without subsegments', segment: lambda('Init', { subsegments: [] }), cold: false },
    { name: "the Lambda service's own segment", segment: lambda('Init', { origin: 'AWS::Lambda' }), cold: false },
    { name: 'an application that calls a step Init', segment: lambda('Init', { origin: null }), cold: false },
    {
      name: "a function's own step called Init, deeper down",
      segment: lambda('load', {
        subsegments: [aSubsegment({ name: 'load', subsegments: [aSubsegment({ name: 'Init' })] })],
      }),
      cold: false,
    },
  ];
  test.each(cases)('$name: $cold', ({ segment, cold }) => {
    expect(coldStartMs(aTrace({ segments: [segment] })) !== null).toBe(cold);
  });

  test('took as long as all functions that had to be initialised, together', () => {
    expect(coldStartMs(aTrace({ segments: [lambda('Init'), lambda('Restore')] }))).toBe(60);
  });

  test('that still goes on has taken no time yet', () => {
    const going = lambda('Init', { subsegments: [aSubsegment({ name: 'Init', endMs: null })] });
    expect(coldStartMs(aTrace({ segments: [going] }))).toBe(0);
  });

  test('of any function that took part is one of the request', () => {
    expect(coldStartMs(aTrace({ segments: [aSegment(), lambda('Invocation'), lambda('Init')] }))).toBe(30);
  });
});
