import type { CauseElement, RootCause, RootCauseEntity } from '../root-causes.js';
import { type FilterFacts, known } from './facts.js';

/**
 * The services, entities or exceptions of a root cause, from the client's end to what it began with: `first`, `last`
 * and `index` go through the whole path, not through each service's part of it.
 */
export function factsOfElements(rootCause: RootCause, element: CauseElement): FilterFacts[] {
  const entities = rootCause.Services.flatMap(({ EntityPath }) => EntityPath);
  switch (element) {
    case 'service':
      return listed(
        rootCause.Services.map(({ Name, Type, Inferred }, index) => ({
          flags: { inferred: Inferred, root: rootCause.ClientImpacting && index === 0 },
          texts: { name: [Name], type: known([Type]) },
        })),
      );
    case 'entity':
      return listed(entities.map(entity));
    case 'exception':
      return listed(
        entities
          .flatMap(({ Exceptions = [] }) => Exceptions)
          .map(({ Name, Message }) => ({ texts: { name: known([Name]), message: known([Message]) } })),
      );
  }
}

function entity({ Name, Remote, Coverage }: RootCauseEntity): Partial<FilterFacts> {
  return { flags: { remote: Remote }, numbers: { coverage: Coverage ?? null }, texts: { name: [Name] } };
}

function listed(elements: readonly Partial<FilterFacts>[]): FilterFacts[] {
  return elements.map(({ flags, numbers, texts }, index) => ({
    flags: { ...flags, first: index === 0, last: index === elements.length - 1 },
    numbers: { ...numbers, index },
    texts: { ...texts },
    annotations: () => [],
  }));
}
