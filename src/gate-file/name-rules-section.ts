import { parsePattern } from '../compare/name-pattern.js';
import { type NameRule, STAR } from '../compare/name-rule.js';
import { readMembers, requiredMember } from '../scenario/members.js';
import type { Part } from '../scenario/part.js';
import type { Problems } from '../scenario/problems.js';

/** Names are as they are, but for what the gate itself knows to be generated. */
export const NO_NAME_RULES: readonly NameRule[] = [];

const RULE = { of: 'a rule', known: ['match', 'as'] };

const MOST = 100;

/**
 * Reads the section `names`: which names of nodes are one and the same, as `{ match: orders-pr-*, as: orders }`.
 * In `as`, `{1}` is what the first `*` stands for.
 */
export function readNameRules(part: Part, problems: Problems): readonly NameRule[] {
  const elements = part.content.kind === 'list' ? part.content.elements : [];
  if (elements.length === 0 || elements.length > MOST) {
    problems.wrong(part, `a list of 1 to ${MOST} rules`, '- { match: orders-pr-*, as: orders }');
    return NO_NAME_RULES;
  }
  return elements.flatMap((element): NameRule[] => {
    const members = readMembers(element, RULE, problems);
    if (members === null) return [];
    const match = requiredMember(members, 'match', element, problems);
    const as = requiredMember(members, 'as', element, problems);
    if (match === null || as === null) return [];
    const pattern = readNamePattern(match, problems, 'orders-pr-*');
    return [{ match: pattern, as: readName(as, parsePattern(pattern).length - 1, problems) }];
  });
}

/** Reads a pattern of nodes' names. Notes what looks like a regular expression, which it is not. */
export function readNamePattern(part: Part, problems: Problems, example: string): string {
  const text = readLine(part, problems, example);
  if (/^\^|\\|\$$/.test(text)) {
    problems.add(
      part.place,
      `is a pattern with * for any text, no regular expression; got "${text}". Write it as ${example}.`,
    );
  }
  return text;
}

function readName(part: Part, stars: number, problems: Problems): string {
  const text = readLine(part, problems, 'orders');
  for (const [whole, number] of text.matchAll(STAR)) {
    if (Number(number) >= 1 && Number(number) <= stars) continue;
    const has = stars === 0 ? 'no *' : stars === 1 ? 'one *' : `${stars} *`;
    problems.add(part.place, `has ${whole}, but "match" has ${has}. {1} is what the first * stands for.`);
  }
  if (text.includes('*')) {
    problems.add(part.place, 'is one name, without *. Write {1} for what the first * of "match" stands for.');
  }
  return text;
}

/** Reads a line of 1 to 200 characters. */
export function readLine(part: Part, problems: Problems, example: string): string {
  const text = part.content.kind === 'scalar' ? part.content.text.trim() : '';
  if (!/^[^\p{Cc}]{1,200}$/u.test(text)) problems.wrong(part, 'a line of at most 200 characters', example);
  return text;
}
