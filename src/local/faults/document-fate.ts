import type { Faults } from './faults.js';
import { seededShare } from './seeded-share.js';

/** What becomes of a document that was accepted: it never arrives, or does so after a delay, 0 for at once. */
export type Fate = { readonly kind: 'lost' } | { readonly kind: 'arrives'; readonly delayMs: number };

/** `identity` tells the document from all others. */
export function fateOf(identity: string, faults: Faults): Fate {
  const { seed, lostShare, ingestionDelayMs, ingestionJitterMs } = faults;
  if (lostShare > 0 && seededShare(seed, 'lost', identity) < lostShare) return { kind: 'lost' };
  const jitterMs = ingestionJitterMs > 0 ? ingestionJitterMs * seededShare(seed, 'jitter', identity) : 0;
  return { kind: 'arrives', delayMs: Math.round(ingestionDelayMs + jitterMs) };
}
