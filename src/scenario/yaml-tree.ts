import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import { type Content, type Member, memberPath, type Part, type Place } from './part.js';
import type { Problems } from './problems.js';

export const DEEPEST = 100;
/** A file of a few lines can stand for billions of values by aliases of aliases. */
const MOST_BY_ALIAS = 100_000;
const START: Place = { path: '', position: { line: 1, column: 1 } };

/** Makes parts of YAML nodes, with aliases replaced by what they stand for. Notes what no scenario can mean. */
export class YamlTree {
  readonly #lines: LineCounter;
  /** What aliases stand for. */
  readonly #targets: ReadonlyMap<Node, Node>;
  readonly #problems: Problems;
  #byAlias = 0;
  #inAlias = 0;
  #full = false;
  #hasLooseAlias = false;

  constructor(lines: LineCounter, targets: ReadonlyMap<Node, Node>, problems: Problems) {
    this.#lines = lines;
    this.#targets = targets;
    this.#problems = problems;
  }

  /** Null, and notes why, where it is too deep or too large, or an alias stands for nothing. */
  read(document: Document): Part | null {
    const part = this.#part(document.contents, START, 0);
    return this.#full || this.#hasLooseAlias ? null : part;
  }

  /** `around` is where it stands if it does not say so itself, as a value that is left out. */
  #part(node: unknown, around: Place, depth: number): Part {
    const place = this.#place(node, around);
    if (this.#isTooMuch(place, depth)) return { place, content: { kind: 'nothing' } };
    if (!isAlias(node)) return { place, content: this.#content(node, place, depth) };
    const target = this.#targets.get(node);
    if (target === undefined) {
      this.#hasLooseAlias = true;
      this.#problems.add(place, `is the alias *${node.source}, but nothing before it has the anchor &${node.source}.`);
      return { place, content: { kind: 'nothing' } };
    }
    this.#inAlias += 1;
    const { content } = this.#part(target, around, depth + 1);
    this.#inAlias -= 1;
    return { place, content };
  }

  #isTooMuch(place: Place, depth: number): boolean {
    if (this.#inAlias > 0) this.#byAlias += 1;
    const why =
      this.#byAlias > MOST_BY_ALIAS
        ? `has aliases that stand for more than ${MOST_BY_ALIAS} values. Write them out, or put them in a file.`
        : depth > DEEPEST
          ? `is more than ${DEEPEST} levels deep. Check its aliases and brackets.`
          : null;
    if (why !== null && !this.#full) this.#problems.add({ ...place, path: '' }, why);
    this.#full ||= why !== null;
    return this.#full;
  }

  #content(node: unknown, place: Place, depth: number): Content {
    const placeholder = unquoted(node);
    if (placeholder !== null) {
      const text = `{{${placeholder}}}`;
      this.#problems.add(place, `has ${text} without quotes, which is a map to YAML. Write it as "${text}".`);
      return { kind: 'scalar', value: text, text };
    }
    if (isMap(node)) return { kind: 'map', members: this.#members(node.items, place, depth) };
    if (isSeq(node)) {
      const elements = node.items.map((each, i) =>
        this.#part(each, { ...place, path: `${place.path}[${i}]` }, depth + 1),
      );
      return { kind: 'list', elements };
    }
    if (!isScalar(node)) return { kind: 'nothing' };
    const { value, source } = node;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? { kind: 'scalar', value, text: typeof value === 'string' ? value : (source ?? String(value)) }
      : { kind: 'nothing' };
  }

  #members(pairs: readonly Pair[], around: Place, depth: number): Member[] {
    const members = new Map<string, Member>();
    for (const { key, value } of pairs) {
      const name = this.#name(key, around);
      if (name === null) continue;
      const place = this.#place(key, { ...around, path: memberPath(around.path, name) });
      const before = members.get(name)?.place.position;
      if (before != null) {
        this.#problems.add(place, `is there twice, first in line ${before.line}. Remove one of them.`);
      } else if (name === '<<') {
        this.#problems.add(place, 'is a merge key, which YAML 1.2 has no more. Write the keys out.');
      } else members.set(name, { name, place, part: this.#part(value, place, depth + 1) });
      if (this.#full) break;
    }
    return [...members.values()];
  }

  #name(key: unknown, around: Place): string | null {
    if (isScalar(key) && key.value !== null) return typeof key.value === 'string' ? key.value : (key.source ?? null);
    this.#problems.add(this.#place(key, around), 'has a key that is not text. Write it in quotes.');
    return null;
  }

  #place(node: unknown, around: Place): Place {
    const range = (node as Node | null)?.range;
    if (range == null) return around;
    const { line, col } = this.#lines.linePos(range[0]);
    return { path: around.path, position: { line, column: col } };
  }
}

/** The name in `{{name}}`, which is a map with a map as key; null for all else. */
function unquoted(node: unknown): string | null {
  const key = isMap(node) && node.items.length === 1 ? node.items[0]?.key : null;
  const name = isMap(key) && key.items.length === 1 && key.items[0]?.value === null ? key.items[0].key : null;
  return isScalar(name) ? (name.source ?? String(name.value)) : null;
}
