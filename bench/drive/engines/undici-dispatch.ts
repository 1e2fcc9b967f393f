import { Pool } from 'undici';
import type { Send } from '../open-loop.js';
import { headersFor } from './headers.js';

/** The lowest interface of undici. */
export function undiciDispatch(url: URL): Send {
  const pool = new Pool(url.origin, { pipelining: 1 });
  return (traceId, ended) => {
    pool.dispatch(
      { path: url.pathname, method: 'GET', headers: headersFor(traceId) },
      {
        onConnect: () => {},
        onHeaders: () => true,
        onData: () => true,
        onComplete: () => ended(true),
        onError: () => ended(false),
      },
    );
  };
}
