import { describe, expect, test } from 'vitest';
import { oneStage } from '../src/compare/evidence.js';
import { GateError } from '../src/errors.js';
import { readRun, type SavedRun, writeRun } from '../src/saved-run.js';
import { aReplay } from './compare/samples.js';
import { simulatedPairs } from './support/simulated-run.js';
import { aCheckout, aTimeline } from './support/timeline-builder.js';

function aRun(overrides: Partial<SavedRun> = {}): SavedRun {
  const profiles = simulatedPairs({ requests: 3 });
  return {
    candidateVersion: 'v2',
    baselineChoice: 'http://blue.example.com, driven side by side with the candidate.',
    seed: 7,
    inputs: {
      tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
      resolution: 0.25,
      minimumTraces: 30,
      minimumCoverage: 0.9,
      failOnNewEdges: true,
    },
    policy: {
      rules: [
        {
          effect: 'deny',
          from: '*',
          to: 'legacy-*',
          reason: 'being switched off',
          owner: null,
          until: '2027-03-31',
          place: 'edges.deny[0], line 3',
        },
      ],
      names: [{ match: 'orders-pr-*', as: 'orders' }],
      day: '2026-11-21',
    },
    evidence: {
      screen: oneStage(profiles).screen,
      confirmation: {
        kind: 'measured',
        stage: {
          profiles,
          share: 0.5,
          earlier: { share: 0.25, crossed: [3, 17], rejected: [{ question: 'typical x', p: 0.0001 }] },
        },
      },
      replays: [aReplay()],
    },
    timelines: [aCheckout('1-69abf8c2-4e1d7b3a9c5f20618d7e4ab1', 3, true), aTimeline({ durationMs: null })],
    awsRegion: 'eu-central-1',
    ...overrides,
  };
}

const saved = (run = aRun()): Record<string, unknown> => JSON.parse(writeRun(run));

function errorOf(value: unknown): GateError {
  try {
    readRun(value, 'run.json');
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** A copy in which one field, named as errors name it, is another value. */
function spoiled(at: string, value: unknown): unknown {
  const copy = saved();
  const steps = at.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((of, step) => of[step] as Record<string, unknown>, copy);
  holder[last] = value;
  return copy;
}

describe('a saved run', () => {
  test('of before there were timelines has none', () => {
    const { timelines, awsRegion, ...before } = saved();
    expect(readRun(before, 'run.json')).toMatchObject({ timelines: [], awsRegion: null });
  });

  test('is read as it was written', () => {
    expect(readRun(saved(), 'run.json')).toEqual(aRun());
    const sole = aRun({ evidence: oneStage(simulatedPairs({ requests: 2 })) });
    expect(readRun(saved(sole), 'run.json')).toEqual(sole);
  });

  test.each([{ kind: 'none' }, { kind: 'not needed' }, { kind: 'failed', because: 'Nothing answered.' }] as const)(
    'keeps a confirmation that is $kind',
    (confirmation) => {
      const run = aRun({ evidence: { ...aRun().evidence, confirmation } });
      expect(readRun(saved(run), 'run.json').evidence.confirmation).toEqual(confirmation);
    },
  );

  test.each([null, 7, [], {}, { kind: 'xray-gate-profile' }])('is not %j', (value) => {
    expect(errorOf(value).message).toBe('run.json is not a saved run.');
  });

  test('of another schema is refused', () => {
    expect(errorOf({ ...saved(), schemaVersion: 99 }).message).toContain('run.json has run schema 99');
  });

  test.each([
    ['seed', -1],
    ['candidateVersion', null],
    ['inputs.tolerances.p95', '10%'],
    ['inputs.failOnNewEdges', 'yes'],
    ['policy.rules[0].effect', 'refuse'],
    ['policy.rules[0].until', 7],
    ['policy.names[0].as', null],
    ['policy.day', 20261121],
    ['evidence.confirmation.stage.share', null],
    ['evidence.confirmation.stage.earlier.crossed[1]', 'x'],
    ['evidence.confirmation.stage.earlier.rejected[0].p', null],
    ['evidence.replays[0].cause.status', '500'],
    ['evidence.replays[0].sentAgain.candidate.of', -1],
    ['evidence.screen.profiles', []],
    ['evidence.confirmation.kind', 'perhaps'],
    ['timelines[1].rows[0].kind', 'span'],
    ['timelines[0].rows[4].ran[2]', [43]],
    ['awsRegion', 7],
  ])('that is damaged at %s is refused, with that path', (at, value) => {
    expect(errorOf(spoiled(at, value)).message).toContain(`The saved run run.json is damaged: ${at} must be`);
  });

  test('with a damaged profile says which', () => {
    const { message } = errorOf(spoiled('evidence.confirmation.stage.profiles.candidate.coverage', 5));
    expect(message).toContain('run.json (evidence.confirmation.stage, candidate)');
  });
});
