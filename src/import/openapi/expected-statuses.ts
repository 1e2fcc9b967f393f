import { isJsonObject, type JsonObject } from '../../trace/json-object.js';
import type { Expectation, StepEntry } from '../scenario-document.js';

/** The documented statuses of success, or of redirection where there is no other; null where neither is documented. */
export function expectedStatuses({ responses }: JsonObject): NonNullable<StepEntry['expect']> | null {
  const documented = isJsonObject(responses) ? Object.keys(responses) : [];
  for (const pattern of [/^2(\d\d|XX)$/i, /^3(\d\d|XX)$/i]) {
    const statuses = documented.filter((status) => pattern.test(status)).map(asExpectation);
    if (statuses.length > 0) return statuses.length === 1 ? statuses[0]! : statuses;
  }
  return null;
}

function asExpectation(status: string): Expectation {
  return /^\d+$/.test(status) ? Number(status) : status.toLowerCase();
}
