import type { IncomingMessage } from 'node:http';

/** Without its query; clients behind a proxy send the whole URL. */
export function pathOf({ url = '' }: IncomingMessage): string {
  return (URL.parse(url)?.pathname ?? url).split('?', 1)[0]!;
}

/** Calls back once, with null where the body has more than `maxBytes`; never when the client goes away in the middle. */
export function readBody(request: IncomingMessage, maxBytes: number, onBody: (body: Buffer | null) => void): void {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  request.on('data', (chunk: Buffer) => {
    if (sizeBytes > maxBytes) return;
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) {
      chunks.length = 0;
      onBody(null);
    } else {
      chunks.push(chunk);
    }
  });
  request.on('end', () => {
    if (sizeBytes <= maxBytes) onBody(Buffer.concat(chunks));
  });
}
