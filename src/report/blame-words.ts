import type { BothSides, Side } from '../compare/alignment.js';
import { type Blame, type BlamedPart, SHOWN_PARTS, type Share } from '../compare/blame.js';
import { MOST_BLAMES } from '../compare/blames.js';
import { formatMsChange } from './format.js';
import { type Piece, partWords } from './part-words.js';

/** One row of a blame: a step, several, or what is not explained; unescaped, in milliseconds of as many digits. */
export interface BlameRow {
  readonly what: readonly Piece[];
  readonly ms: BothSides<number>;
  /** `31.2`, `92.4` */
  readonly before: string;
  readonly now: string;
  /** `+61.2` */
  readonly change: string;
  /** `+52.0 … +70.1`; empty for the whole, whose own interval is its finding's. */
  readonly interval: string;
}

/** A blame in one sentence: `p95 212 → 287 ms (+75): ` and its parts, which add up. */
export interface BlameLine {
  readonly whole: string;
  readonly parts: readonly { readonly what: readonly Piece[]; readonly change: string }[];
}

/** The largest parts one by one, the others together, what is not explained, and the whole that they add up to. */
export function blameRows(blame: Blame): BlameRow[] {
  const { parts, others, notExplained } = blame;
  const shown = parts.slice(0, SHOWN_PARTS);
  const named = namesOf(parts);
  return [
    ...shown.map((part, i) => rowOf(named[i]!, part)),
    ...(others === null ? [] : [rowOf([words(moreSteps(parts.length - shown.length))], others)]),
    rowOf(NOT_EXPLAINED, notExplained),
    wholeRow(blame),
  ];
}

/** What a page has room for: a request may have thousands of steps, of which most changed by next to nothing. */
export const MOST_STEPS = 40;

/** The parts one by one, as far as a page has room, the later ones together, what is not explained, and the whole. */
export function allBlameRows(blame: Blame): BlameRow[] {
  const named = namesOf(blame.parts);
  const left = blame.parts.slice(MOST_STEPS);
  return [
    ...blame.parts.slice(0, MOST_STEPS).map((part, i) => rowOf(named[i]!, part)),
    ...(left.length === 0 ? [] : [{ ...numbersOf([words(moreSteps(left.length))], msOfAll(left)), interval: '' }]),
    rowOf(NOT_EXPLAINED, blame.notExplained),
    wholeRow(blame),
  ];
}

/** Milliseconds of several steps together. */
export function msOfAll(steps: readonly { readonly ms: BothSides<number> }[]): BothSides<number> {
  const sum = (side: Side) => steps.reduce((total, { ms }) => total + ms[side], 0);
  return { baseline: sum('baseline'), candidate: sum('candidate') };
}

/** What the rows are of, and what cannot be told. */
export function blameNote({ metric, around }: Blame): string {
  const requests = `${Math.round(around.baseline)} + ${Math.round(around.candidate)}`;
  const at = metric === 'p95' ? 'p95' : 'the typical time';
  return `Of the ${requests} requests around ${at}, weighed so that their steps add up to it. Not explained: requests without a whole trace, and time outside the root segment.`;
}

/** null where each slower response time is divided. */
export function undividedSentence({ undivided }: { readonly undivided: number }): string | null {
  if (undivided === 0) return null;
  const times = undivided === 1 ? 'response time is slower, but not' : 'response times are slower, but not';
  return `${undivided} more ${times} divided into steps: a report has room for ${MOST_BLAMES}.`;
}

/** Less than this share of the whole change is no part of a sentence. */
const WORTH_SAYING = 0.05;
const MOST_SAID = 4;

/** Rounded so that the parts add up to the whole as they are read. */
export function blameLine({ metric, ms, parts, notExplained }: Blame): BlameLine {
  const whole = changeOf({ ms });
  const size = Math.abs(whole);
  const digits = size >= 20 ? 0 : size >= 2 ? 1 : 2;
  const round = (value: number) => Number(value.toFixed(digits));
  const named = namesOf(parts);
  const said = parts
    .map((part, i) => ({ what: named[i]!, ms: round(changeOf(part)) }))
    .slice(0, MOST_SAID)
    .filter((part) => Math.abs(part.ms) >= WORTH_SAYING * size);
  const unexplained = round(changeOf(notExplained));
  const rest = round(whole) - said.reduce((sum, part) => sum + part.ms, 0) - unexplained;
  const left = parts.length - said.length;
  const all = [
    ...said,
    ...(left === 0 ? [] : [{ what: [words(moreSteps(left))], ms: rest }]),
    { what: NOT_EXPLAINED, ms: unexplained + (left === 0 ? rest : 0) },
  ];
  return {
    whole: `${metric} ${formatMsChange(ms.baseline, ms.candidate)} (${signed(round(whole), digits)})`,
    parts: all.map((part) => ({ what: part.what, change: signed(part.ms, digits) })),
  };
}

function namesOf(parts: readonly BlamedPart[]): (readonly Piece[])[] {
  return partWords(parts.map(({ part }) => part)).map((pieces, i) => [...pieces, ...countWords(parts[i]!)]);
}

/** A count that differs by less, in each direction, is not worth saying. */
const SAME_COUNT = 0.1;
/** Of a step that one side alone has: what fewer requests do is not called new or gone. */
const USUALLY = 0.5;

/** `(×3 → ×4)`, where a request does it so much more or less often; `(new, ×2)` and `(gone)` where one side never does it. */
function countWords({ count: { baseline, candidate } }: BlamedPart): Piece[] {
  const times = (count: number) => `×${Number(count.toFixed(count < 10 ? 1 : 0))}`;
  if (baseline === 0) {
    if (candidate < USUALLY) return [];
    return [words(times(candidate) === '×1' ? '(new)' : `(new, ${times(candidate)})`)];
  }
  if (candidate === 0) return baseline < USUALLY ? [] : [words('(gone)')];
  const differs = Math.abs(candidate - baseline) > SAME_COUNT * Math.max(baseline, candidate);
  return differs ? [words(`(${times(baseline)} → ${times(candidate)})`)] : [];
}

const DIGITS = 1;

function rowOf(what: readonly Piece[], { ms, interval: [low, high] }: Share): BlameRow {
  return { ...numbersOf(what, ms), interval: `${signed(low, DIGITS)} … ${signed(high, DIGITS)}` };
}

function wholeRow({ metric, ms }: Blame): BlameRow {
  return { ...numbersOf([words(`${metric} response time`)], ms), interval: '' };
}

function numbersOf(what: readonly Piece[], ms: BothSides<number>): Omit<BlameRow, 'interval'> {
  const [before, now] = [ms.baseline, ms.candidate].map((each) => (Math.abs(each) < 0.05 ? 0 : each).toFixed(DIGITS));
  return { what, ms, before: before!, now: now!, change: signed(changeOf({ ms }), DIGITS) };
}

function changeOf({ ms }: { readonly ms: BothSides<number> }): number {
  return ms.candidate - ms.baseline;
}

export function moreSteps(count: number): string {
  return `${count} more ${count === 1 ? 'step' : 'steps'}`;
}

function signed(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  return `${Number(size) === 0 ? '±' : value > 0 ? '+' : '−'}${size}`;
}

const NOT_EXPLAINED = [words('not explained')];

function words(text: string): Piece {
  return { as: 'words', text };
}
