import type { Engine } from './engine.js';
import { headersFor } from './headers.js';

type Autocannon = (options: {
  readonly url: string;
  readonly connections: number;
  readonly overallRate: number;
  readonly duration: number;
  readonly headers: Readonly<Record<string, string>>;
}) => Promise<{ readonly requests: { readonly sent: number; readonly total: number } }>;

/** So many requests can be under way at once: a closed loop that waits while they are. */
const CONNECTIONS = 10;

/** Null where the package is not installed. */
export async function autocannon(url: URL): Promise<Engine | null> {
  const name: string = 'autocannon';
  const loaded = (await import(name).catch(() => null)) as { readonly default: Autocannon } | null;
  if (loaded === null) return null;
  return async (perSecond, seconds) => {
    const { requests } = await loaded.default({
      url: url.href,
      connections: CONNECTIONS,
      overallRate: perSecond,
      duration: seconds,
      headers: headersFor(`1-00000000-${'0'.repeat(24)}`),
    });
    return { requests: requests.sent, answered: requests.total, sent: () => [] };
  };
}
