import type { Transport } from '../drive/transport.js';

/** Functions (`lambda:` addresses) are invoked; all else is asked over HTTP. */
export function transportByTarget({ http, lambda }: Readonly<Record<'http' | 'lambda', Transport>>): Transport {
  return {
    send: (request) => (request.url.protocol === 'lambda:' ? lambda : http).send(request),
    close: async () => {
      await Promise.all([http.close(), lambda.close()]);
    },
  };
}
