import { describe, expect, test } from 'vitest';
import type { BothSides } from '../../src/compare/alignment.js';
import { oneStage } from '../../src/compare/evidence.js';
import { outcomeOf } from '../../src/compare/outcome.js';
import { decide } from '../../src/compare/verdict.js';
import type { Profile } from '../../src/trace/profile.js';
import {
  awsCall,
  entityId,
  type Fields,
  ran,
  remoteCall,
  segmentDocument,
  subsegmentDocument,
} from '../support/segment-builder.js';
import { Chance } from '../support/simulated-run.js';
import { type DocumentsOf, tracedPairs } from './real-traces.js';
import { changesOf, someSettings } from './samples.js';

const PAIRS = 60;
const FAULT = { fault: true };
const ERROR = { error: true };
const THROTTLED = { error: true, throttle: true };

/** `api` calls `payments`, which has segments of its own; `call` is what the caller saw, `callee` what it says itself. */
function paying({ call = {}, callee = {} }: { readonly call?: Fields; readonly callee?: Fields } = {}): Fields[] {
  return [
    segmentDocument({ subsegments: [remoteCall('payments', { id: entityId(2), ...ran(10, 60), ...call })] }),
    segmentDocument({ id: entityId(3), name: 'payments', parent_id: entityId(2), ...ran(15, 55), ...callee }),
  ];
}

/** `api` reads a table, which tells nothing itself. */
function reading(aws: Fields = {}, overrides: Fields = {}): Fields[] {
  const call = awsCall('DynamoDB', { table_name: 'orders', operation: 'GetItem', ...aws }, overrides);
  return [segmentDocument({ subsegments: [call] })];
}

/** What got worse, but times and calls: `payments faults`. */
function worse(profiles: BothSides<Profile>): string[] {
  return changesOf(profiles)
    .filter(({ state, metric }) => state === 'regressed' && !['typical', 'p95', 'calls'].includes(metric))
    .map(({ metric, place: { node, edge, operation } }) => {
      const place = node?.name ?? (edge === null ? operation : `${edge.from.name} → ${edge.to.name}`);
      return `${place} ${metric}`;
    })
    .toSorted();
}

const inHalf =
  (documents: readonly Fields[], others: readonly Fields[]): DocumentsOf =>
  (i) =>
    i % 2 === 0 ? documents : others;

function found(candidate: readonly Fields[], baseline: readonly Fields[], seen?: Parameters<typeof tracedPairs>[3]) {
  return worse(tracedPairs(PAIRS, () => baseline, inHalf(candidate, baseline), seen));
}

function retriesIn(profiles: BothSides<Profile>) {
  return changesOf(profiles).filter(({ metric }) => metric === 'retries');
}

describe('a fault that a caller swallowed', () => {
  const swallowed = paying({ call: FAULT, callee: FAULT });

  test('is found at the node that failed, though the operation succeeds', () => {
    expect(found(swallowed, paying())).toEqual(['payments faults']);
  });

  test('fails the job', () => {
    const profiles = tracedPairs(PAIRS, () => paying(), inHalf(swallowed, paying()));
    const outcome = outcomeOf(oneStage(profiles), { ...someSettings(), failOnNewEdges: true });
    expect(decide(outcome, { minimumCoverage: 0.9, failOnNewEdges: true }).verdict).toBe('regressed');
  });

  test('is found where a part of a node’s own code failed and the node itself did not', () => {
    const part = paying({
      callee: { subsegments: [subsegmentDocument({ id: entityId(4), ...ran(20, 30), ...FAULT })] },
    });
    expect(found(part, paying())).toEqual(['payments faults']);
  });

  test('is found on the call where the callee does not show it: its caller gave up', () => {
    expect(found(paying({ call: FAULT }), paying())).toEqual(['api → payments faults']);
  });

  test('is found on the call where the callee has no segments', () => {
    expect(found(reading({}, FAULT), reading())).toEqual(['api → orders faults']);
  });
});

test('a fault that nobody swallowed is found at the operation and at the node that it began in, nowhere between', () => {
  const [api, payments] = paying({ call: FAULT, callee: FAULT });
  expect(found([{ ...api, ...FAULT }, payments!], paying())).toEqual(['POST /orders faults', 'payments faults']);
});

test('a fault of a cold start is found at its node, though its times are set aside', () => {
  const cold = (fault: Fields) => {
    const [api, payments] = paying({ call: fault, callee: fault });
    const init = subsegmentDocument({ id: entityId(9), name: 'Init', ...ran(16, 30) });
    return [api!, { ...payments, origin: 'AWS::Lambda::Function', subsegments: [init] }];
  };
  const warm = paying({ callee: { origin: 'AWS::Lambda::Function' } });
  const profiles = tracedPairs(PAIRS, () => warm, inHalf(cold(FAULT), warm));
  expect(profiles.candidate.requests.filter((request) => request.cold)).toHaveLength(PAIRS / 2);
  expect(worse(profiles)).toEqual(['payments faults']);
});

test('a fault that was swallowed further up is found where it began alone', () => {
  const further = (fault: Fields) => [
    segmentDocument({ subsegments: [remoteCall('orders', { id: entityId(2), ...ran(10, 60), ...fault })] }),
    segmentDocument({
      id: entityId(3),
      name: 'orders',
      parent_id: entityId(2),
      ...ran(15, 55),
      subsegments: [awsCall('DynamoDB', { table_name: 'lines' }, { id: entityId(4), ...ran(20, 40), ...fault })],
      ...fault,
    }),
  ];
  expect(found(further(FAULT), further({}))).toEqual(['orders → lines faults']);
});

describe('errors and throttles below the operation', () => {
  test('of an instrumented callee are its own', () => {
    expect(found(paying({ call: ERROR, callee: ERROR }), paying())).toEqual(['payments errors']);
  });

  test('of a callee that is asked again and again show at the node, next to the calls', () => {
    const storm = paying({ call: THROTTLED, callee: THROTTLED });
    const again = remoteCall('payments', { id: entityId(5), ...ran(61, 90) });
    const [api, payments] = storm;
    const retried = [
      { ...api, subsegments: [...(api!.subsegments as Fields[]), again] },
      payments!,
      segmentDocument({ id: entityId(6), name: 'payments', parent_id: entityId(5), ...ran(65, 85) }),
    ];
    const profiles = tracedPairs(PAIRS, () => paying(), inHalf(retried, paying()));
    expect(worse(profiles)).toEqual(['payments errors', 'payments throttles']);
    expect(changesOf(profiles).find(({ metric }) => metric === 'calls')).toMatchObject({
      state: 'regressed',
      baseline: 1,
      candidate: 1.5,
    });
  });

  test('of a callee without segments are the call’s', () => {
    expect(found(reading({}, THROTTLED), reading())).toEqual(['api → orders errors', 'api → orders throttles']);
  });

  test('that the scenario expects are none of the node that answered', () => {
    const notFound = [segmentDocument(ERROR)];
    const calm = { fault: false, error: false, throttle: false, timedOutAfterMs: null };
    expect(found(notFound, [segmentDocument()], { ...calm, expected: true })).toEqual([]);
    expect(found(notFound, [segmentDocument()], { ...calm, expected: false })).toEqual([
      'POST /orders errors',
      'api errors',
    ]);
  });
});

describe('an error that the scenario expects of the answer', () => {
  const expected = { fault: false, error: false, throttle: false, expected: true, timedOutAfterMs: null };
  /** The answer of the service, of the call of it, and of who is called. */
  const passedOn = (root: Fields, call: Fields, callee = call) => {
    const [api, payments] = paying({ call, callee });
    return [{ ...api, ...root }, payments!];
  };

  test('is none of the node that it comes from, further down', () => {
    expect(found(passedOn(ERROR, ERROR), paying(), expected)).toEqual([]);
  });

  test('is none of the call of a callee without segments', () => {
    const [api] = reading({}, ERROR);
    expect(found([{ ...api, ...ERROR }], reading(), expected)).toEqual([]);
  });

  test('leaves an error that is swallowed below a call that succeeds', () => {
    expect(found(passedOn(ERROR, {}, ERROR), paying(), expected)).toEqual(['payments errors']);
  });

  test('leaves the error of a call that the node which answered went on after', () => {
    const [api] = reading({}, ERROR);
    const later = awsCall(
      'SQS',
      { queue_url: 'https://sqs/1/q', operation: 'SendMessage' },
      { id: entityId(7), ...ran(70, 80) },
    );
    const answered = (error: Fields) => [
      { ...api, ...error, subsegments: [{ ...(api!.subsegments as Fields[])[0], ...ran(10, 60), ...error }, later] },
    ];
    expect(found(answered(ERROR), answered({ error: false }), expected)).toEqual(['api → orders errors']);
  });

  test('leaves an error below an answer that is none', () => {
    expect(found(passedOn({}, ERROR), paying(), expected)).toEqual(['payments errors']);
  });

  test('leaves faults and throttles', () => {
    expect(found(passedOn(ERROR, FAULT), paying(), expected)).toEqual(['payments faults']);
    expect(found(passedOn(ERROR, THROTTLED), paying(), expected)).toEqual(['payments errors', 'payments throttles']);
  });
});

describe('retries of the AWS SDK', () => {
  test('are found, though the calls are as many as before', () => {
    const profiles = tracedPairs(PAIRS, () => reading(), inHalf(reading({ retries: 2 }), reading()));
    expect(changesOf(profiles).filter(({ metric }) => metric === 'retries' || metric === 'calls')).toMatchObject([
      { metric: 'retries', state: 'regressed', baseline: 0, candidate: 1, ratio: null },
      { metric: 'calls', state: 'unchanged', baseline: 1, candidate: 1 },
    ]);
  });

  test('are attempts but the first where the SDK writes attempts, whatever it writes of calls without an answer', () => {
    const attempts = (count: number) => reading({ retries: count });
    const refused = reading({ retries: 0 }, FAULT);
    const profiles = (candidate: DocumentsOf) =>
      tracedPairs(PAIRS, (i) => (i === 0 ? refused : attempts(1)), candidate);
    const retriesOf = (candidate: DocumentsOf) => retriesIn(profiles(candidate));
    expect(retriesOf(() => attempts(1))).toEqual([]);
    expect(retriesOf(inHalf(attempts(3), attempts(1)))).toMatchObject([
      { state: 'regressed', baseline: 0, candidate: 1 },
    ]);
  });

  test('of every call are found', () => {
    const profiles = tracedPairs(
      PAIRS,
      () => reading(),
      () => reading({ retries: 2 }),
    );
    expect(changesOf(profiles).find(({ metric }) => metric === 'retries')?.state).toBe('regressed');
  });

  test('that every call takes once, and took none before, are found', () => {
    const profiles = tracedPairs(
      PAIRS,
      () => reading({ retries: 0 }),
      () => reading({ retries: 1 }),
    );
    expect(retriesIn(profiles)).toMatchObject([{ state: 'regressed', baseline: 0, candidate: 1 }]);
  });

  test.each([0, 7])('are as many though the first attempt is counted in but for call %i of one version', (odd) => {
    const once = reading({ retries: 1 });
    const butOne = (i: number) => (i === odd ? reading({ retries: 0 }) : once);
    const all = () => once;
    expect(retriesIn(tracedPairs(PAIRS, butOne, all))).toMatchObject([{ state: 'unchanged' }]);
    expect(retriesIn(tracedPairs(PAIRS, all, butOne))).toMatchObject([{ state: 'unchanged' }]);
  });

  test('raise no alarm where each side has a few calls of a client that writes none', () => {
    const alarms = Array.from({ length: 40 }, (_, seed) => {
      const chance = new Chance(77_777 * (seed + 1));
      for (let i = 0; i < 50; i++) chance.uniform();
      const side = Array.from({ length: 2 }, () => Array.from({ length: 50 }, () => Number(chance.uniform() < 0.95)));
      const [baseline, candidate] = side.map((retries) => (i: number) => reading({ retries: retries[i]! }));
      return retriesIn(tracedPairs(50, baseline!, candidate!))[0]?.state;
    });
    expect(alarms.filter((state) => state === 'regressed' || state === 'improved')).toEqual([]);
  });

  test('are not asked about where there were none', () => {
    const profiles = tracedPairs(
      PAIRS,
      () => reading(),
      () => reading({ retries: 0 }),
    );
    expect(retriesIn(profiles)).toEqual([]);
  });

  test('that are as many as before are unchanged', () => {
    const some = inHalf(reading({ retries: 1 }), reading());
    const change = changesOf(tracedPairs(PAIRS, some, some)).find(({ metric }) => metric === 'retries');
    expect(change).toMatchObject({ state: 'unchanged', baseline: 0.5, candidate: 0.5 });
  });
});
