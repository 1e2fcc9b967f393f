import type { EdgeRule } from '../compare/edge-policy.js';
import { type Members, readMembers, requiredMember } from '../scenario/members.js';
import type { Part } from '../scenario/part.js';
import type { Problems } from '../scenario/problems.js';
import { readDay } from './day.js';
import { readLine, readNamePattern } from './name-rules-section.js';

/** Nothing is allowed or denied by a rule. */
export const NO_EDGE_RULES: readonly EdgeRule[] = [];

const SECTION = { of: 'edges', known: ['deny', 'allow'] };
const RULE = { of: 'a rule', known: ['from', 'to', 'reason', 'owner', 'until'] };

/** Every edge is held against every rule. */
const MOST = 500;

/**
 * Reads the section `edges`: calls between nodes that fail the job, and calls that never do.
 *
 * ```yaml
 * deny:
 *   - { from: "*", to: legacy-*, reason: being switched off, owner: payments, until: 2027-03-31 }
 * allow:
 *   - { from: api, to: flags, reason: wanted }
 * ```
 */
export function readEdgeRules(part: Part, problems: Problems): readonly EdgeRule[] {
  const members = readMembers(part, SECTION, problems);
  if (members === null) return NO_EDGE_RULES;
  return (['deny', 'allow'] as const).flatMap((effect) => {
    const list = members.get(effect);
    return list === undefined ? [] : readList(effect, list, problems);
  });
}

function readList(effect: EdgeRule['effect'], part: Part, problems: Problems): EdgeRule[] {
  const elements = part.content.kind === 'list' ? part.content.elements : [];
  if (elements.length === 0 || elements.length > MOST) {
    problems.wrong(part, `a list of 1 to ${MOST} rules`, '- { from: api, to: legacy-*, reason: being switched off }');
    return [];
  }
  return elements.flatMap((element) => {
    const members = readMembers(element, RULE, problems);
    return members === null ? [] : [readRule(effect, members, element, problems)];
  });
}

function readRule(effect: EdgeRule['effect'], members: Members, around: Part, problems: Problems): EdgeRule {
  const from = requiredMember(members, 'from', around, problems);
  const to = requiredMember(members, 'to', around, problems);
  const reason = requiredMember(members, 'reason', around, problems);
  const owner = members.get('owner');
  const until = members.get('until');
  const { path, position } = around.place;
  return {
    effect,
    from: from === null ? '' : readNamePattern(from, problems, 'api or shop-*'),
    to: to === null ? '' : readNamePattern(to, problems, 'legacy-*'),
    reason: reason === null ? '' : readLine(reason, problems, 'being switched off'),
    owner: owner === undefined ? null : readLine(owner, problems, 'payments'),
    until: until === undefined ? null : readDay(until, problems),
    place: position === null ? path : `${path}, line ${position.line}`,
  };
}
