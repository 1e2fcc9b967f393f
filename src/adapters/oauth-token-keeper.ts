import type { Clock } from '../drive/clock.js';
import { type AccessToken, type ClientCredentials, requestToken } from './oauth-token.js';

/** A token is renewed so long before it expires; a short-lived one after half its life. */
const RENEWAL_LEAD_MS = 30_000;

/**
 * Access tokens by client: asked for when first needed, kept, and renewed before they expire. Callers at the same time
 * share one request. While a token is renewed the old one serves, so that no departure waits for it; only once it has
 * expired do callers wait, and hear of the failure (GateError).
 *
 * ```
 *  asked for                        renewed   expires
 *  |────────── kept ────────────────|─ serves ─|── waits
 *                                    ← 30 s  →
 * ```
 * `mask` hears each token before anybody else does.
 */
export function tokenKeeper(
  clock: Pick<Clock, 'nowMs'>,
  mask: (secret: string) => void,
): (client: ClientCredentials) => Promise<string> {
  const kept = new Map<string, AccessToken & { readonly renewAtMs: number; readonly expiresAtMs: number }>();
  const underWay = new Map<string, Promise<string>>();

  const renew = async (key: string, client: ClientCredentials): Promise<string> => {
    // Counted from before the request: the server counts from later.
    const askedMs = clock.nowMs();
    const token = await requestToken(client);
    mask(token.value);
    const leadMs = Math.min(RENEWAL_LEAD_MS, token.lifeMs / 2);
    kept.set(key, { ...token, renewAtMs: askedMs + token.lifeMs - leadMs, expiresAtMs: askedMs + token.lifeMs });
    return token.value;
  };

  return (client) => {
    const key = JSON.stringify([
      client.tokenUrl.href,
      client.clientId,
      client.clientSecret,
      client.scope,
      client.audience,
    ]);
    const token = kept.get(key);
    const nowMs = clock.nowMs();
    if (token !== undefined && nowMs < token.renewAtMs) return Promise.resolve(token.value);
    let renewal = underWay.get(key);
    if (renewal === undefined) {
      renewal = renew(key, client).finally(() => underWay.delete(key));
      underWay.set(key, renewal);
    }
    if (token === undefined || nowMs >= token.expiresAtMs) return renewal;
    // It is tried again at the next request, and heard of at the latest when the old token has expired.
    renewal.catch(() => {});
    return Promise.resolve(token.value);
  };
}
