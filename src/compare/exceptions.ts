import type { Profile, RecordedException, RequestProfile } from '../trace/profile.js';
import { OWN_CODE } from '../trace/steps.js';
import { type BothSides, bothSides, type Side } from './alignment.js';
import { oneSided, Sighting, seenIn } from './sightings.js';

/** An exception that only one version's traces record. */
export interface ExceptionDifference {
  readonly change: 'new' | 'removed';
  /** Empty where none is recorded. */
  readonly type: string;
  /** As one request said it; empty where none is recorded. */
  readonly message: string;
  /** Names of the nodes from where the request arrived to where the exception was recorded. */
  readonly path: readonly string[];
  readonly operations: readonly string[];
  /** Traces that record it, and whole traces there are. */
  readonly seen: BothSides<number>;
  readonly of: BothSides<number>;
  /** As of an edge: adjusted for all the exceptions that this could have happened to. */
  readonly p: number;
  readonly certain: boolean;
  readonly exampleTraceId: string;
}

/**
 * The exceptions of one side alone, new ones first, the surest first; certain as new edges are ({@link oneSided}). One is
 * known by its type, or without one by its message but for numbers and ids, and by the nodes on the path to it. What an
 * exception sets off in the callers of the node that threw it is not told again: in each trace one of a type counts
 * furthest down its path.
 */
export function exceptionDifferences(profiles: BothSides<Profile>, alpha: number): ExceptionDifference[] {
  const found = new Map<string, FoundException>();
  bothSides(profiles, (profile, side) => addExceptions(found, profile, side));
  const all = [...found.values()];
  const seen = seenIn(profiles);
  const results = oneSided(
    all.map(({ sighting }) => sighting),
    seen,
    alpha,
  );
  return all
    .flatMap(({ sighting, ...exception }, i): ExceptionDifference[] => {
      const { change, p, certain } = results[i]!;
      if (change === 'none') return [];
      const operations = [...sighting.operations.baseline, ...sighting.operations.candidate].toSorted();
      return [{ ...exception, change, operations, seen: sighting.traces, of: seen.of, p, certain }];
    })
    .toSorted((a, b) => Number(a.change === 'removed') - Number(b.change === 'removed') || a.p - b.p);
}

interface FoundException extends Pick<ExceptionDifference, 'type' | 'message' | 'path' | 'exampleTraceId'> {
  readonly sighting: Sighting;
}

/** An exception of a profile, and how it is known. */
interface Known extends Pick<ExceptionDifference, 'type' | 'message' | 'path'> {
  readonly kind: string;
  readonly key: string;
}

function addExceptions(found: Map<string, FoundException>, profile: Profile, side: Side): void {
  const paths = pathsOf(profile);
  const known = profile.exceptions.map(({ step, type, message }): Known => {
    const [path, kind] = [paths[step]!, kindOf({ type, message })];
    return { type, message, path, kind, key: JSON.stringify([kind, path]) };
  });
  for (const request of profile.requests) {
    for (const { type, message, path, key } of furthestDown(request, known)) {
      let exception = found.get(key);
      if (exception === undefined) {
        exception = { type, message, path, exampleTraceId: request.traceId, sighting: new Sighting() };
        found.set(key, exception);
      }
      exception.sighting.add(side, request);
    }
  }
}

/** Each once, without those of a kind that is recorded further down the same path. */
function furthestDown({ exceptions }: RequestProfile, known: readonly Known[]): Known[] {
  const recorded = [...new Map(exceptions.map((index) => [known[index]!.key, known[index]!])).values()];
  return recorded.filter(
    ({ kind, path }) =>
      !recorded.some((other) => other.kind === kind && other.path.length > path.length && startsWith(other.path, path)),
  );
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((name, i) => path[i] === name);
}

/** Of each step the names of the nodes down to it; a Lambda function and its service share one. */
function pathsOf({ steps, nodes }: Profile): (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  const within: { readonly owner: number; readonly path: readonly string[] }[] = [];
  for (const { parent, node, name } of steps) {
    const above = parent === null ? null : within[parent]!;
    const isSegment = above === null || name === OWN_CODE;
    const owner = isSegment ? node : above.owner;
    const down = above === null ? [] : above.path;
    const nodeName = nodes[node]!.name;
    const path = down.at(-1) === nodeName ? down : [...down, nodeName];
    paths.push(path);
    // What a callee without segments is said to hold is the caller's.
    within.push({ owner, path: isSegment || node === owner ? path : down });
  }
  return paths;
}

function kindOf({ type, message }: Pick<RecordedException, 'type' | 'message'>): string {
  return type === '' ? `message ${withoutIds(message)}` : `type ${type}`;
}

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** A word of eight or more letters and digits that has a digit among them. */
const ID = /\b(?=[a-z]*\d)[0-9a-z]{8,}\b/gi;

/** A message without what differs from request to request. */
function withoutIds(message: string): string {
  return message.replaceAll(UUID, '#').replaceAll(ID, '#').replaceAll(/\d+/g, '#');
}
