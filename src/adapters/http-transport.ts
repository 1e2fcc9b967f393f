import type { SecureContext } from 'node:tls';
import type { Clock } from '../drive/clock.js';
import type { OutgoingRequest, Transport } from '../drive/transport.js';
import { Origin } from './http/origin.js';
import { PendingRequest } from './http/pending-request.js';
import { trustedAuthorities } from './http/trusted-authorities.js';

export interface HttpSettings {
  /** Whether HTTPS targets that offer it are spoken to over HTTP/2; all others over HTTP/1.1. */
  readonly http2?: boolean;
  /** Certificates of authorities (PEM) to trust beside the well-known and those of NODE_EXTRA_CA_CERTS. */
  readonly ca?: string;
}

/**
 * Requests over kept-alive connections, as many of them as requests are under way at once. Redirects are answers, not
 * followed: what was asked is what is measured. Nothing is sent twice: what breaks is an outcome.
 *
 * HTTP/1.1 is undici's, by its lowest interface, for what it costs (`npm run bench -- drive`). HTTP/2 is Node's own:
 * undici 6 sends what was under way again after GOAWAY.
 */
export function httpTransport(clock: Pick<Clock, 'nowMs'>, { http2 = false, ca }: HttpSettings = {}): Transport {
  const origins = new Map<string, Origin>();
  let secureContext: SecureContext | null = null;

  /** By the URLs that are sent to again and again, as those of steps without variables are. */
  const known = new WeakMap<URL, Origin>();
  const originOf = ({ url, headers }: OutgoingRequest): Origin => {
    if (headers.host !== undefined) return originAt(url, headers.host);
    const origin = known.get(url) ?? originAt(url, url.host);
    known.set(url, origin);
    return origin;
  };
  const originAt = (url: URL, host: string): Origin => {
    const secure = url.protocol === 'https:';
    // The certificate has to be for the host that is asked for, as the target chooses it by that.
    const serverName = secure ? host.replace(/:\d+$/, '') : '';
    const key = `${url.protocol}${url.host} ${serverName}`;
    let origin = origins.get(key);
    if (origin === undefined) {
      if (secure) secureContext ??= trustedAuthorities(ca ?? null);
      origin = new Origin(url, { serverName, http2, secureContext: secure ? secureContext : null });
      origins.set(key, origin);
    }
    return origin;
  };

  return {
    send: (request) =>
      new Promise((resolve) => {
        const pending = new PendingRequest(request, clock, resolve);
        try {
          originOf(request).send(pending);
        } catch (error) {
          pending.broke(error as Error);
        }
      }),
    close: async () => {
      for (const origin of origins.values()) origin.destroy();
    },
  };
}
