import type { Blame } from '../compare/blame.js';
import type { Sharper } from '../compare/sharper.js';
import type { TimePart, WhereTimeWent } from '../compare/where-time-went.js';
import { type BlameRow, blameLine, blameNote, blameRows, undividedSentence } from './blame-words.js';
import { code, markdown, markdownProse } from './escape.js';
import type { Finding } from './finding.js';
import { formatMs, formatMsDifference } from './format.js';
import type { Piece } from './part-words.js';
import type { Compared } from './report.js';
import { sharperSentence } from './sharper-words.js';

const MOST_PARTS = 8;

/** What everybody reads, and what is folded under a summary. Empty where there is nothing to say. */
export interface TimeSection {
  readonly open: string;
  readonly summary: string;
  readonly folded: string;
}

/**
 * Parts that show a change which their operation as a whole does not show; and, folded away, since the finding has it in a
 * line, where the change of each slower operation went step by step. Where no operation is slower: how the time of each
 * divides.
 */
export function timeSection({ blame, sharper, undivided, whereTimeWent }: Compared): TimeSection {
  const slower = mainBlames(blame.filter(({ state }) => state === 'regressed'));
  const sentences = (operation: string) =>
    sharper.filter(({ whole }) => whole.place.operation === operation).map(sharperMarkdown);
  const alone = sharper.filter(({ whole }) => !slower.some(({ operation }) => operation === whole.place.operation));
  const undecided = mainBlames(blame.filter(({ state }) => state !== 'regressed'));
  const undecidedOf = ({ whole }: Sharper) =>
    undecided.filter(({ operation }) => operation === whole.place.operation).map(blameTable);
  const unseen = alone.flatMap((each) => [...undecidedOf(each), sharperMarkdown(each)]);
  const open = unseen.length === 0 ? '' : `### Slower within\n\n${unseen.join('\n\n')}`;
  if (slower.length > 0) {
    const more = undividedSentence({ undivided });
    const tables = [
      ...slower.flatMap((each) => [blameTable(each), ...sentences(each.operation)]),
      ...(more === null ? [] : [markdownProse(more)]),
    ];
    return { open, summary: 'Where the change went, step by step', folded: tables.join('\n\n') };
  }
  if (open !== '') return { open, summary: '', folded: '' };
  const rest = whereTimeWent.filter((time) => !undecided.some(({ operation }) => operation === time.operation));
  const tables = [...undecided.map(blameTable), ...rest.map(timeTable)];
  return { open: '', summary: 'Where the time went', folded: tables.join('\n\n') };
}

/** `order-lines +61, own code of api +6, not explained +8`, of the response time that a finding is about; else null. */
export function blameOfFinding({ blame }: Compared, { metric, place, state }: Finding): string | null {
  if (state !== 'regressed' || place.node !== undefined || place.edge !== undefined) return null;
  const found = blame.find((each) => each.metric === metric && each.operation === place.operation);
  if (found === undefined) return null;
  return blameLine(found)
    .parts.map(({ what, change }) => `${piecesMarkdown(what)} **${change}**`)
    .join(', ');
}

/** One for each operation: of p95 where there is one. */
function mainBlames(blame: readonly Blame[]): Blame[] {
  return [...Map.groupBy(blame, ({ operation }) => operation).values()].map(
    (of) => of.find(({ metric }) => metric === 'p95') ?? of[0]!,
  );
}

function blameTable(blame: Blame): string {
  const { operation, metric } = blame;
  const at = metric === 'p95' ? 'at p95' : 'of typical length';
  const rows = blameRows(blame);
  const row = ({ what, before, now, change, interval }: BlameRow) =>
    `| ${piecesMarkdown(what)} | ${before} → ${now} | **${change}** | ${interval} |`;
  const whole = ({ what, before, now, change }: BlameRow) =>
    `| **${piecesMarkdown(what)}** | **${before} → ${now}** | **${change}** | |`;
  return [
    `| ${code(operation)}: what requests ${at} waited for | before → now, ms | change | 90 % interval |`,
    '|-|-:|-:|-:|',
    ...rows.slice(0, -1).map(row),
    ...rows.slice(-1).map(whole),
    '',
    `<sub>${markdownProse(blameNote(blame))}</sub>`,
  ].join('\n');
}

function sharperMarkdown(sharper: Sharper): string {
  return `- ${piecesMarkdown(sharperSentence(sharper))}`;
}

function piecesMarkdown(pieces: readonly Piece[]): string {
  return pieces.map(pieceMarkdown).join(' ');
}

function pieceMarkdown({ as, text }: Piece): string {
  return as === 'name' ? code(text) : markdownProse(text);
}

function timeTable({ operation, parts, meanMs }: WhereTimeWent): string {
  const rest = parts.slice(MOST_PARTS);
  const row = (name: string, { baseline, candidate }: TimePart['meanMs']) =>
    `| ${name} | ${formatMs(baseline)} | ${formatMs(candidate)} | ${formatMsDifference(candidate - baseline)} |`;
  return [
    `| ${code(operation)}: mean on the critical path | before | now | change |`,
    '|-|-:|-:|-:|',
    ...parts.slice(0, MOST_PARTS).map((part) => row(stepMarkdown(part), part.meanMs)),
    ...(rest.length === 0 ? [] : [row(`${rest.length} more steps`, sumOf(rest))]),
    row('**whole request**', meanMs),
  ].join('\n');
}

function stepMarkdown({ node, step }: TimePart): string {
  return step === '' ? code(node.name) : `${code(node.name)} ${markdown(step)}`;
}

function sumOf(parts: readonly TimePart[]): TimePart['meanMs'] {
  return {
    baseline: parts.reduce((sum, { meanMs }) => sum + meanMs.baseline, 0),
    candidate: parts.reduce((sum, { meanMs }) => sum + meanMs.candidate, 0),
  };
}
