import type { BothSides } from '../compare/alignment.js';
import type { SameNode } from '../compare/same-names.js';
import { type GraphLine, listed } from './graph-line.js';
import type { Compared } from './report.js';

const MOST_LINES = 10;
const MOST_NAMES = 3;

/** Which names were taken for the same, and which were left apart for want of a rule. */
export function sameNameLines({ same, undecided, accounts }: Compared['graph']['names']): GraphLine[] {
  const differing = same.filter(({ names }) => new Set([...names.baseline, ...names.candidate]).size > 1);
  const lines = unique(differing.map(sameLine));
  const more = lines.length - MOST_LINES;
  return [
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [plainLine(`${more} more names differ in generated parts alone.`)] : []),
    ...(accounts === null ? [] : [accountsLine(accounts)]),
    ...undecided.map(apartLine),
  ];
}

/** A function's two nodes have the same names. */
function unique(lines: readonly GraphLine[]): GraphLine[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function sameLine({ shownAs, names, parts }: SameNode): GraphLine {
  const others = (of: readonly string[]) => of.filter((name) => name !== shownAs.name);
  const [before, now] = [others(names.baseline), others(names.candidate)];
  return {
    kind: 'same',
    label: 'Same',
    words: [
      { name: shownAs.name },
      ...(before.length > 0 ? [', before ', ...listed(before, MOST_NAMES)] : []),
      ...(now.length > 0 ? [', now ', ...listed(now, MOST_NAMES)] : []),
      ` (${parts.join(', ')}).`,
    ],
  };
}

/** Also where every name changed as well: that the other account is the candidate's is for people to check. */
function accountsLine({ baseline, candidate }: BothSides<string>): GraphLine {
  return {
    kind: 'same',
    label: 'Same',
    words: [
      'every node with an account is in ',
      { name: candidate },
      ' instead of ',
      { name: baseline },
      ': taken for two deployments, of a version each.',
    ],
  };
}

function apartLine({ names, parts }: Omit<SameNode, 'shownAs'>): GraphLine {
  return {
    kind: 'undecided',
    label: 'Left apart',
    words: [
      ...listed(names.baseline, MOST_NAMES),
      ' before and ',
      ...listed(names.candidate, MOST_NAMES),
      ` now may be the same but for generated parts (${parts.join(', ')}): which is which, a rule under "names" can say.`,
    ],
  };
}

function plainLine(text: string): GraphLine {
  return { kind: 'same', label: 'Same', words: [text] };
}
