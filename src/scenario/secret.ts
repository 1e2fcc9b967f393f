import type { Part } from './part.js';
import type { Reading } from './reading.js';

/** The variable of the process that a document names: `{ secret: SHOP_API_KEY }`. Never shown. */
export function readSecret(part: Part, { problems, outside, secrets }: Reading): string {
  const name = part.content.kind === 'scalar' ? part.content.text : '';
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    problems.wrong(part, 'the name of an environment variable', 'SHOP_API_KEY');
    return '';
  }
  const secret = outside.variable(name) ?? '';
  if (secret === '') {
    problems.add(
      part.place,
      `names the environment variable ${name}, which is empty or not set. Give it to the gate's step under env, as ${name}: \${{ secrets.${name} }}. Pull requests from forks get no secrets.`,
    );
  }
  keepSecret(secret, secrets);
  return secret;
}

/** Remembers a secret, also as it looks in URLs, in forms and in JSON. */
export function keepSecret(secret: string, secrets: Set<string>): void {
  if (secret === '') return;
  secrets.add(secret);
  secrets.add(encodeURIComponent(secret.toWellFormed()));
  secrets.add(new URLSearchParams([['', secret]]).toString().slice(1));
  secrets.add(JSON.stringify(secret).slice(1, -1));
  const url = new URL('http://host');
  url.pathname = `/${secret}`;
  const inPath = url.pathname.slice(1);
  // Shorter is only what had dots for parts of the path: those are gone from it.
  if (inPath.length >= secret.length) secrets.add(inPath);
}
