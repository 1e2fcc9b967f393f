import { FieldReader } from './baseline/field-reader.js';
import { readProfile, savedProfile } from './baseline/saved-profile.js';
import { type EdgePolicy, type EdgeRule, NO_POLICY } from './compare/edge-policy.js';
import type { Confirmation, Evidence, Stage } from './compare/evidence.js';
import type { Cause, Failures, Replay } from './compare/replay.js';
import { GateError } from './errors.js';
import type { Settings } from './inputs.js';
import { readTimelines, savedTimelines } from './saved-timelines.js';
import { isJsonObject } from './trace/json-object.js';
import type { Timeline } from './trace/timeline.js';

/** Raised whenever a saved run of before can no longer be read as it was meant. */
const RUN_SCHEMA = 2;

/** What the inputs say about deciding. */
export type DecisionInputs = Pick<
  Settings,
  'tolerances' | 'resolution' | 'minimumTraces' | 'minimumCoverage' | 'failOnNewEdges'
>;

/** All that a verdict depends on: the same saved run gives the same verdict again. */
export interface SavedRun {
  readonly candidateVersion: string;
  readonly baselineChoice: string;
  readonly seed: number;
  readonly inputs: DecisionInputs;
  /** What the gate file said of the service graph, on the day of the run. */
  readonly policy: EdgePolicy;
  readonly evidence: Evidence;
  /** Of the findings' example traces, which are not kept otherwise. */
  readonly timelines: readonly Timeline[];
  /** Where links to traces lead; null where they are not in AWS. */
  readonly awsRegion: string | null;
}

/** A run as JSON text. */
export function writeRun({ evidence, timelines, ...about }: SavedRun): string {
  const stage = ({ profiles, ...rest }: Stage) => ({
    ...rest,
    profiles: { baseline: savedProfile(profiles.baseline), candidate: savedProfile(profiles.candidate) },
  });
  const { screen, confirmation, replays } = evidence;
  return `${JSON.stringify({
    kind: 'xray-gate-run',
    schemaVersion: RUN_SCHEMA,
    ...about,
    timelines: savedTimelines(timelines),
    evidence: {
      screen: stage(screen),
      confirmation:
        confirmation.kind === 'measured' ? { ...confirmation, stage: stage(confirmation.stage) } : confirmation,
      replays,
    },
  })}\n`;
}

/**
 * Reads what {@link writeRun} wrote. `source` names the file in errors.
 * Throws GateError where the value is no run, of another schema, or damaged (with the path of the field).
 */
export function readRun(value: unknown, source: string): SavedRun {
  if (!isJsonObject(value) || value.kind !== 'xray-gate-run') {
    throw new GateError(`${source} is not a saved run.`, 'Give the file run.json of a report.');
  }
  if (value.schemaVersion !== RUN_SCHEMA) {
    throw new GateError(
      `${source} has run schema ${JSON.stringify(value.schemaVersion)}, and this version of the gate reads ${RUN_SCHEMA}.`,
      'Read it with the version of the gate that wrote it.',
    );
  }
  const read = new FieldReader(`The saved run ${source}`, 'Take the file from the report again.');
  const evidence = read.record(value.evidence, 'evidence');
  const inputs = read.record(value.inputs, 'inputs');
  const tolerances = read.record(inputs.tolerances, 'inputs.tolerances');
  const tolerance = (name: string) => read.amount(tolerances[name], `inputs.tolerances.${name}`);
  return {
    candidateVersion: read.text(value.candidateVersion, 'candidateVersion'),
    baselineChoice: read.text(value.baselineChoice, 'baselineChoice'),
    seed: read.amount(value.seed, 'seed'),
    inputs: {
      tolerances: {
        typical: tolerance('typical'),
        p95: tolerance('p95'),
        faults: tolerance('faults'),
        floorMs: tolerance('floorMs'),
      },
      resolution: read.amount(inputs.resolution, 'inputs.resolution'),
      minimumTraces: read.amount(inputs.minimumTraces, 'inputs.minimumTraces'),
      minimumCoverage: read.amount(inputs.minimumCoverage, 'inputs.minimumCoverage'),
      failOnNewEdges: read.flag(inputs.failOnNewEdges, 'inputs.failOnNewEdges'),
    },
    // Runs of before there was a policy had none.
    policy: value.policy === undefined ? NO_POLICY : readPolicy(read, value.policy, 'policy'),
    evidence: {
      screen: readStage(read, evidence.screen, 'evidence.screen', source),
      confirmation: readConfirmation(read, evidence.confirmation, 'evidence.confirmation', source),
      replays: read.list(evidence.replays, 'evidence.replays', (replay, at) => readReplay(read, replay, at)),
    },
    timelines: readTimelines(read, value.timelines, 'timelines'),
    awsRegion: read.nullable(value.awsRegion ?? null, (region) => read.text(region, 'awsRegion')),
  };
}

function readPolicy(read: FieldReader, value: unknown, at: string): EdgePolicy {
  const policy = read.record(value, at);
  return {
    rules: read.list(policy.rules, `${at}.rules`, (rule, here) => readRule(read, rule, here)),
    names: read.list(policy.names, `${at}.names`, (rule, here) => {
      const { match, as } = read.record(rule, here);
      return { match: read.text(match, `${here}.match`), as: read.text(as, `${here}.as`) };
    }),
    day: read.text(policy.day, `${at}.day`),
  };
}

function readRule(read: FieldReader, value: unknown, at: string): EdgeRule {
  const rule = read.record(value, at);
  const text = (name: string) => read.text(rule[name], `${at}.${name}`);
  const effect = text('effect');
  if (effect !== 'allow' && effect !== 'deny') throw read.wrong(`${at}.effect`, 'allow or deny', effect);
  const optional = (name: string) => read.nullable(rule[name], (given) => read.text(given, `${at}.${name}`));
  return {
    effect,
    from: text('from'),
    to: text('to'),
    reason: text('reason'),
    owner: optional('owner'),
    until: optional('until'),
    place: text('place'),
  };
}

function readConfirmation(read: FieldReader, value: unknown, at: string, source: string): Confirmation {
  const confirmation = read.record(value, at);
  const kind = read.text(confirmation.kind, `${at}.kind`);
  switch (kind) {
    case 'none':
    case 'not needed':
      return { kind };
    case 'failed':
      return { kind, because: read.text(confirmation.because, `${at}.because`) };
    case 'measured':
      return { kind, stage: readStage(read, confirmation.stage, `${at}.stage`, source) };
    default:
      throw read.wrong(`${at}.kind`, 'none, not needed, failed or measured', kind);
  }
}

function readStage(read: FieldReader, value: unknown, at: string, source: string): Stage {
  const stage = read.record(value, at);
  const profiles = read.record(stage.profiles, `${at}.profiles`);
  const earlier = read.record(stage.earlier, `${at}.earlier`);
  return {
    profiles: {
      baseline: readProfile(profiles.baseline, `${source} (${at}, baseline)`),
      candidate: readProfile(profiles.candidate, `${source} (${at}, candidate)`),
    },
    share: read.amount(stage.share, `${at}.share`),
    earlier: {
      share: read.amount(earlier.share, `${at}.earlier.share`),
      crossed: read.list(earlier.crossed, `${at}.earlier.crossed`, (deal, here) => read.amount(deal, here)),
      rejected: read.list(earlier.rejected, `${at}.earlier.rejected`, (rejection, here) => {
        const { question, p } = read.record(rejection, here);
        return { question: read.text(question, `${here}.question`), p: read.amount(p, `${here}.p`) };
      }),
    },
  };
}

function readReplay(read: FieldReader, value: unknown, at: string): Replay {
  const replay = read.record(value, at);
  const sentAgain = read.record(replay.sentAgain, `${at}.sentAgain`);
  return {
    operation: read.text(replay.operation, `${at}.operation`),
    cause: readCause(read, replay.cause, `${at}.cause`),
    pairs: read.amount(replay.pairs, `${at}.pairs`),
    order: read.amount(replay.order, `${at}.order`),
    exampleTraceId: read.text(replay.exampleTraceId, `${at}.exampleTraceId`),
    sentAgain: {
      baseline: readFailures(read, sentAgain.baseline, `${at}.sentAgain.baseline`),
      candidate: readFailures(read, sentAgain.candidate, `${at}.sentAgain.candidate`),
    },
    p: read.amount(replay.p, `${at}.p`),
    certain: read.flag(replay.certain, `${at}.certain`),
  };
}

function readCause(read: FieldReader, value: unknown, at: string): Cause {
  const cause = read.record(value, at);
  return {
    node: read.nullable(cause.node, (value) => {
      const node = read.record(value, `${at}.node`);
      return {
        name: read.text(node.name, `${at}.node.name`),
        type: read.text(node.type, `${at}.node.type`),
        account: read.text(node.account, `${at}.node.account`),
      };
    }),
    status: read.nullable(cause.status, (status) => read.amount(status, `${at}.status`)),
    exception: read.nullable(cause.exception, (type) => read.text(type, `${at}.exception`)),
  };
}

function readFailures(read: FieldReader, value: unknown, at: string): Failures {
  const failures = read.record(value, at);
  return { failed: read.amount(failures.failed, `${at}.failed`), of: read.amount(failures.of, `${at}.of`) };
}
