import type { PathPart } from '../compare/path-parts.js';
import { OWN_CODE } from '../trace/steps.js';

/** A piece of what a printer says of a step, unescaped: a name to be set apart, or words. A space goes between two. */
export interface Piece {
  readonly as: 'name' | 'words';
  readonly text: string;
}

const NETWORK = 'network to ';

/**
 * What people call the parts of a path: `DynamoDB Query on order-lines in order-processor`, `own code of api`, `price basket
 * in api`. Where several would be called the same, it is added what they are under.
 */
export function partWords(parts: readonly PathPart[]): readonly (readonly Piece[])[] {
  const said = parts.map(piecesOf);
  const alike = Map.groupBy(parts.keys(), (i) => plainWords(said[i]!));
  for (const indices of alike.values()) {
    if (indices.length === 1) continue;
    for (const i of indices) {
      const under = apart(
        parts[i]!,
        indices.map((other) => parts[other]!),
      );
      if (under !== null) said[i] = [...said[i]!, words('under'), name(under)];
    }
  }
  return said;
}

export function plainWords(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}

function piecesOf({ node, name: step, caller }: PathPart): readonly Piece[] {
  if (step === OWN_CODE) return [words('own code of'), name(node.name)];
  if (caller === null) {
    return step.startsWith(NETWORK)
      ? [words(NETWORK.trim()), name(step.slice(NETWORK.length)), words('from'), name(node.name)]
      : [name(step === '' ? 'unnamed' : step), words('in'), name(node.name)];
  }
  const inCaller = [words('in'), name(caller.name)];
  const service = /^AWS::(\w+)/.exec(node.type)?.[1];
  if (service === undefined) {
    return [words(step === '' ? 'call to' : `${step} on`), name(node.name), ...inCaller];
  }
  const asked = step === '' ? `${service} call` : `${service} ${step}`;
  return node.name === service ? [words(asked), ...inCaller] : [words(`${asked} on`), name(node.name), ...inCaller];
}

/** The nearest step above a part in which it differs from one that is called the same. */
function apart(part: PathPart, alike: readonly PathPart[]): string | null {
  const at = part.above.findIndex((step, depth) =>
    alike.some(({ above }) => above[depth]?.name !== step.name || above[depth]?.node !== step.node),
  );
  const step = part.above[at];
  return step === undefined ? null : step.name === OWN_CODE || step.name === '' ? step.node : step.name;
}

function name(text: string): Piece {
  return { as: 'name', text };
}

function words(text: string): Piece {
  return { as: 'words', text };
}
