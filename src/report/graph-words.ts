import { type EdgeRule, isWithinFunction } from '../compare/edge-policy.js';
import { type Edge, isDenied } from '../compare/edges.js';
import type { Rewired } from '../compare/rewired.js';
import type { Node } from '../trace/service-graph.js';
import { type GraphLine, listed, type Word } from './graph-line.js';
import type { Compared } from './report.js';
import { sameNameLines } from './same-name-words.js';

const MOST_NODES = 12;

/** What differs between the two service graphs, gravest first, and which names were taken for the same. */
export function graphLines({ edges, graph }: Pick<Compared, 'edges' | 'graph'>): GraphLine[] {
  const told = new Set(graph.rewired.flatMap(({ gone, come }) => [...gone, ...come]));
  const left = edges.filter((edge) => edge.change !== 'none' && !told.has(edge) && !isImplied(edge, edges));
  const fresh = left.filter(({ change, rule }) => change === 'new' && rule === null);
  return [
    ...graph.denied.map(deniedLine),
    ...fresh.filter(({ certain }) => certain).map((edge) => oneSidedLine('new', 'New', edge)),
    ...graph.rewired.map(rewiredLine),
    ...graph.allowed.map(allowedLine),
    ...fresh.filter(({ certain }) => !certain).map((edge) => oneSidedLine('uncertain', 'Seen, not certain', edge)),
    ...left.filter(({ change }) => change === 'removed').map(goneLine),
    ...nodesLine(graph.nodes),
    ...sameNameLines(graph.names),
  ];
}

/** Of a function that is new itself, or gone, both edges are: the one to the Lambda service tells enough. */
function isImplied(edge: Edge, edges: readonly Edge[]): boolean {
  return (
    isWithinFunction(edge) &&
    edges.some(({ to, change }) => change === edge.change && to.name === edge.from.name && to.type === edge.from.type)
  );
}

function oneSidedLine(kind: GraphLine['kind'], label: string, edge: Edge): GraphLine {
  return { kind, label, words: [...arrow(edge), `, in ${oneSidedCount(edge)}.`] };
}

function goneLine(edge: Edge): GraphLine {
  const surely = edge.certain ? '' : ' Too rare to be certain.';
  return { kind: 'removed', label: 'Gone', words: [...arrow(edge), `, in ${oneSidedCount(edge)}.${surely}`] };
}

function oneSidedCount({ change, seen, of }: Edge): string {
  const [here, there] =
    change === 'removed' ? (['baseline', 'candidate'] as const) : (['candidate', 'baseline'] as const);
  return `${seen[here]} of ${of[here]} ${here} traces and in none of ${of[there]} ${there} traces`;
}

export function deniedLine(edge: Edge): GraphLine {
  const { seen, of, rule } = edge;
  const before = of.baseline === 0 ? '' : `, ${seen.baseline} of ${of.baseline} before`;
  const counts = `in ${seen.candidate} of ${of.candidate} candidate traces${before}`;
  return {
    kind: 'denied',
    label: 'Denied',
    words: [...arrow(edge), ...ownNames(edge), `, ${counts}`, ...ruleWords(rule)],
  };
}

/** Where the rule is about a name that is shown under another one. */
function ownNames({ ruledAs }: Edge): Word[] {
  return ruledAs === null ? [] : [' (of them ', { name: ruledAs.from }, ' → ', { name: ruledAs.to }, ')'];
}

function allowedLine(edge: Edge): GraphLine {
  return {
    kind: 'allowed',
    label: 'New, allowed',
    words: [...arrow(edge), `, in ${oneSidedCount(edge)}`, ...ruleWords(edge.rule)],
  };
}

function ruleWords(rule: EdgeRule | null): Word[] {
  if (rule === null) return ['.'];
  const { reason, owner, until, place } = rule;
  const more = [...(owner === null ? [] : [owner]), ...(until === null ? [] : [`until ${until}`]), place];
  return [`: ${reason} (${more.join(', ')}).`];
}

function rewiredLine({ kind, gone, come }: Rewired): GraphLine {
  const [old, fresh] = [gone[0]!, come[0]!];
  const counts = ` Before in ${old.seen.baseline} of ${old.of.baseline} traces, now in ${fresh.seen.candidate} of ${fresh.of.candidate}.`;
  const name = ({ name }: { readonly name: string }): Word => ({ name });
  const words: Record<Rewired['kind'], () => Word[]> = {
    callee: () => [name(old.from), ' calls ', ...insteadOf(fresh.to, old.to), '.'],
    caller: () => [name(old.to), ' is called by ', ...insteadOf(fresh.from, old.from), '.'],
    through: () => [name(old.from), ' reaches ', name(old.to), ' through ', name(fresh.to), '.'],
    past: () => [name(fresh.from), ' calls ', name(fresh.to), ' itself, no longer through ', name(old.to), '.'],
  };
  return { kind: 'rewired', label: 'Rewired', words: [...words[kind](), counts] };
}

/** With their accounts, where these are all that differs. */
function insteadOf(now: Node, before: Node): Word[] {
  const of = ({ name, account }: Node): Word[] =>
    now.name === before.name && now.account !== before.account
      ? [{ name }, ' of ', account === '' ? 'no account' : { name: account }]
      : [{ name }];
  return [...of(now), ' instead of ', ...of(before)];
}

function nodesLine(nodes: Compared['graph']['nodes']): GraphLine[] {
  const groups = [
    ['new', nodes.filter(({ change, certain }) => change === 'new' && certain)],
    ['gone', nodes.filter(({ change, certain }) => change === 'removed' && certain)],
    ['perhaps', nodes.filter(({ certain }) => !certain)],
  ] as const;
  const words = groups.flatMap(([label, of]) => {
    const names = [...new Set(of.map(({ node }) => node.name))];
    return names.length === 0 ? [] : [`${label} `, ...listed(names, MOST_NODES), '; '];
  });
  return words.length === 0 ? [] : [{ kind: 'nodes', label: 'Nodes', words: [...words.slice(0, -1), '.'] }];
}

function arrow({ from, to }: Edge): Word[] {
  return [{ name: from.name }, ' → ', { name: to.name }];
}

/** What a drawing says of an edge; empty where nothing is to be said. */
export function edgeLabel(edge: Edge): string {
  if (isDenied(edge)) return 'denied';
  if (edge.change === 'removed') return 'gone';
  if (edge.change === 'none') return '';
  if (edge.rule?.effect === 'allow') return 'new, allowed';
  return edge.certain ? 'new' : 'perhaps new';
}

/** Whether an edge is drawn as something that people should see: surely new without leave, or denied. */
export function isAlarming(edge: Edge): boolean {
  return ['denied', 'new'].includes(edgeLabel(edge));
}
