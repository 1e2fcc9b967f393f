import { GateError } from '../errors.js';
import { type Part, type Place, shown } from './part.js';

const LISTED = 50;

/** Everything that is wrong with a document of scenarios. */
export class ScenarioError extends GateError {
  /** In the order of the document. */
  readonly problems: readonly string[];

  /** `where` names the document: `.github/xray-gate.yml`. */
  constructor(where: string, found: readonly Problem[]) {
    const problems = found.map(sentenceOf);
    const listed = problems.slice(0, LISTED).map((problem) => `- ${problem}`);
    if (problems.length > LISTED) listed.push(`- and ${problems.length - LISTED} more`);
    super(
      found.length === 1
        ? `${where}${found[0]!.place.position === null ? ':' : ','} ${problems[0]}`
        : `${problems.length} things are wrong in ${where}:\n${listed.join('\n')}`,
      '',
    );
    this.problems = problems;
  }
}

interface Problem {
  readonly place: Place;
  /** What follows the place: `must be text; got 5. Write it as "5".` */
  readonly predicate: string;
}

function sentenceOf({ place: { path, position }, predicate }: Problem): string {
  const at = position === null ? '' : `line ${position.line}, column ${position.column}: `;
  return `${at}${path || 'the file'} ${predicate}`;
}

/** Remembers what is wrong while a document is read on; {@link Problems.throwIfAny} throws it all at once. */
export class Problems {
  readonly #found = new Map<string, Problem>();

  /** Of two problems of one place with one `topic` the first is kept: what steps inherit is looked at for each of them. */
  add(place: Place, predicate: string, topic = predicate): void {
    const key = sentenceOf({ place, predicate: topic });
    if (!this.#found.has(key)) this.#found.set(key, { place, predicate });
  }

  /** `wanted` follows "must be", `write` follows "Write it as". */
  wrong(part: Part, wanted: string, write: string): void {
    this.add(part.place, `must be ${wanted}; got ${shown(part)}. Write it as ${write}.`);
  }

  throwIfAny(where: string): void {
    if (this.#found.size > 0) throw this.error(where);
  }

  error(where: string): ScenarioError {
    return new ScenarioError(where, [...this.#found.values()].sort(byPosition));
  }
}

function byPosition({ place: { position: a } }: Problem, { place: { position: b } }: Problem): number {
  return a === null || b === null ? 0 : a.line - b.line || a.column - b.column;
}
