import { GateError } from '../errors.js';
import type { Coverage, OperationCoverage, Reached } from '../trace/coverage.js';
import { isJsonObject } from '../trace/json-object.js';
import type {
  CallWork,
  Failure,
  NodeWork,
  Profile,
  ProfiledStep,
  RecordedException,
  RequestProfile,
  StepWork,
} from '../trace/profile.js';
import type { Node } from '../trace/service-graph.js';
import { FieldReader } from './field-reader.js';

/** Raised whenever a saved profile of before can no longer be read as it was meant. */
export const PROFILE_SCHEMA = 4;

/** A profile as JSON text, with its schema's version. */
export function writeProfile(profile: Profile): string {
  return `${JSON.stringify(savedProfile(profile))}\n`;
}

/** The same as a JSON value. */
export function savedProfile(profile: Profile): object {
  return { kind: 'xray-gate-profile', schemaVersion: PROFILE_SCHEMA, ...profile };
}

/** True for a JSON value that says it is a saved profile, of whatever schema. */
export function isSavedProfile(value: unknown): boolean {
  return isJsonObject(value) && value.kind === 'xray-gate-profile';
}

/**
 * Reads what {@link writeProfile} wrote. `source` names the file in errors.
 * Throws GateError where the value is no profile, of another schema, or damaged (with the path of the field).
 */
export function readProfile(value: unknown, source: string): Profile {
  const read = new FieldReader(`The saved profile ${source}`, 'Save the profile again.');
  const fields = read.record(value, '');
  if (fields.kind !== 'xray-gate-profile') {
    throw new GateError(`${source} is not a saved profile.`, 'Give a file that "save-profile" wrote.');
  }
  if (fields.schemaVersion !== PROFILE_SCHEMA) {
    throw new GateError(
      `${source} has profile schema ${JSON.stringify(fields.schemaVersion)}, and this version of the gate reads ${PROFILE_SCHEMA}.`,
      'Save the profile again with this version.',
    );
  }
  const nodes = read.list(fields.nodes, 'nodes', (node, at): Node => {
    const record = read.record(node, at);
    return {
      name: read.text(record.name, `${at}.name`),
      type: read.text(record.type, `${at}.type`),
      account: read.text(record.account, `${at}.account`),
    };
  });
  const node: ReadIndex = (index, at) => readIndex(read, index, at, 'a node', nodes.length);
  const steps = readSteps(read, fields.steps, node);
  const step: ReadIndex = (index, at) => readIndex(read, index, at, 'a step', steps.length);
  const exceptions = read.list(fields.exceptions, 'exceptions', (exception, at): RecordedException => {
    const record = read.record(exception, at);
    return {
      step: step(record.step, `${at}.step`),
      type: read.text(record.type, `${at}.type`),
      message: read.text(record.message, `${at}.message`),
    };
  });
  const exception: ReadIndex = (index, at) => readIndex(read, index, at, 'an exception', exceptions.length);
  return {
    version: read.nullable(fields.version, (version) => read.text(version, 'version')),
    run: read.nullable(fields.run, (run) => read.text(run, 'run')),
    coverage: readCoverage(read, fields.coverage),
    nodes,
    nodeVersions: readNodeVersions(read, fields.nodeVersions, nodes.length),
    steps,
    exceptions,
    requests: distinctOrders(
      read,
      read.list(fields.requests, 'requests', (request, at) =>
        readRequest(read, request, at, { node, step, exception }),
      ),
    ),
  };
}

/** The place of something in a list of the profile's. */
type ReadIndex = (index: unknown, at: string) => number;

function readIndex(read: FieldReader, value: unknown, at: string, what: string, length: number): number {
  const index = read.number(value, at);
  if (!Number.isInteger(index) || index < 0 || index >= length) throw read.wrong(at, `the index of ${what}`, value);
  return index;
}

function readSteps(read: FieldReader, value: unknown, node: ReadIndex): ProfiledStep[] {
  let before = 0;
  return read.list(value, 'steps', (step, at): ProfiledStep => {
    const record = read.record(step, at);
    const parent = read.nullable(record.parent, (index) =>
      readIndex(read, index, `${at}.parent`, 'a step before it', before),
    );
    before += 1;
    return { parent, node: node(record.node, `${at}.node`), name: read.text(record.name, `${at}.name`) };
  });
}

function readNodeVersions(read: FieldReader, value: unknown, nodes: number): (string | null)[] {
  const versions = read.list(value, 'nodeVersions', (version, at) =>
    read.nullable(version, (text) => read.text(text, at)),
  );
  if (versions.length !== nodes) throw read.wrong('nodeVersions', `a list of ${nodes}, one for each node`, value);
  return versions;
}

function readCoverage(read: FieldReader, value: unknown): Coverage {
  const whole = readReached(read, value, 'coverage');
  const { operations: listed } = read.record(value, 'coverage');
  const operations = read.list(listed, 'coverage.operations', (operation, at): OperationCoverage => {
    const { operation: name } = read.record(operation, at);
    const named = read.nullable(name, (text) => read.text(text, `${at}.operation`));
    return { operation: named, ...readReached(read, operation, at) };
  });
  for (const stage of Object.keys(whole) as (keyof Reached)[]) {
    const sum = operations.reduce((so, reached) => so + reached[stage], 0);
    if (sum !== whole[stage]) {
      throw read.wrong(`coverage.${stage}`, `${sum}, as its operations have together`, whole[stage]);
    }
  }
  return { ...whole, operations };
}

function readReached(read: FieldReader, value: unknown, at: string): Reached {
  const record = read.record(value, at);
  const count = (name: keyof Reached) => read.amount(record[name], `${at}.${name}`);
  const reached = {
    sent: count('sent'),
    answered: count('answered'),
    traced: count('traced'),
    complete: count('complete'),
    otherVersion: count('otherVersion'),
  };
  const { sent, traced, complete, otherVersion } = reached;
  if (traced > sent || complete + otherVersion > traced) {
    throw read.wrong(at, 'sent ≥ traced ≥ complete + otherVersion', reached);
  }
  return reached;
}

/** Requests with one place twice would be paired with the same partner twice. */
function distinctOrders(read: FieldReader, requests: RequestProfile[]): RequestProfile[] {
  const seen = new Set<number>();
  for (const [i, { order }] of requests.entries()) {
    if (seen.has(order)) throw read.wrong(`requests[${i}].order`, 'a number that no other request has', order);
    seen.add(order);
  }
  return requests;
}

function readRequest(
  read: FieldReader,
  value: unknown,
  at: string,
  { node, step, exception }: { readonly node: ReadIndex; readonly step: ReadIndex; readonly exception: ReadIndex },
): RequestProfile {
  const record = read.record(value, at);
  const flag = (name: string) => read.flag(record[name], `${at}.${name}`);
  return {
    traceId: read.text(record.traceId, `${at}.traceId`),
    run: read.nullable(record.run, (run) => read.text(run, `${at}.run`)),
    order: read.number(record.order, `${at}.order`),
    slot: read.number(record.slot, `${at}.slot`),
    startMs: read.number(record.startMs, `${at}.startMs`),
    operation: read.text(record.operation, `${at}.operation`),
    responseMs: read.nullable(record.responseMs, (ms) => read.amount(ms, `${at}.responseMs`)),
    fault: flag('fault'),
    error: flag('error'),
    throttle: flag('throttle'),
    cold: flag('cold'),
    initMs: read.amount(record.initMs, `${at}.initMs`),
    traced: flag('traced'),
    work: read.list(record.work, `${at}.work`, (work, here): NodeWork => {
      const fields = read.record(work, here);
      return {
        node: node(fields.node, `${here}.node`),
        selfMs: read.amount(fields.selfMs, `${here}.selfMs`),
        ownFault: read.flag(fields.ownFault, `${here}.ownFault`),
        ownError: read.flag(fields.ownError, `${here}.ownError`),
        ownThrottle: read.flag(fields.ownThrottle, `${here}.ownThrottle`),
      };
    }),
    calls: read.list(record.calls, `${at}.calls`, (call, here): CallWork => {
      const fields = read.record(call, here);
      return {
        from: node(fields.from, `${here}.from`),
        to: node(fields.to, `${here}.to`),
        durationMs: read.amount(fields.durationMs, `${here}.durationMs`),
        fault: read.flag(fields.fault, `${here}.fault`),
        error: read.flag(fields.error, `${here}.error`),
        throttle: read.flag(fields.throttle, `${here}.throttle`),
        retries: read.amount(fields.retries, `${here}.retries`),
        onlyWitness: read.flag(fields.onlyWitness, `${here}.onlyWitness`),
      };
    }),
    steps: read.list(record.steps, `${at}.steps`, (done, here): StepWork => {
      const fields = read.record(done, here);
      return {
        step: step(fields.step, `${here}.step`),
        count: read.amount(fields.count, `${here}.count`),
        pathMs: read.amount(fields.pathMs, `${here}.pathMs`),
      };
    }),
    exceptions: read.list(record.exceptions, `${at}.exceptions`, exception),
    failure: read.nullable(record.failure, (failure): Failure => {
      const here = `${at}.failure`;
      const fields = read.record(failure, here);
      return {
        node: node(fields.node, `${here}.node`),
        status: read.nullable(fields.status, (status) => read.number(status, `${here}.status`)),
        exception: read.nullable(fields.exception, (type) => read.text(type, `${here}.exception`)),
      };
    }),
  };
}
