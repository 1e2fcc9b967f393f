import type { WrittenBody } from './written-request.js';

export interface WrittenRest {
  readonly body: WrittenBody | null;
  readonly handler: string;
  readonly unknown: string | null;
}

const FILE = /^<(@[\w-]*)?\s+(\S.*)$/;

/**
 * The lines behind a request's headers: its body, and what an editor does with the answer. `isDefinition` takes the
 * lines before the body that define a variable.
 */
export function readBody(lines: readonly string[], isDefinition: (line: string) => boolean): WrittenRest {
  const body: string[] = [];
  let handler = '';
  let unknown: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (/^\s*(#|\/\/)/.test(line)) continue;
    if (body.every((earlier) => earlier.trim() === '') && isDefinition(line)) continue;
    if (/^(>>!?|<>)\s/.test(line)) continue;
    if (/^>\s*\{%/.test(line)) {
      const script: string[] = [];
      do script.push(lines[at]!);
      while (!lines[at]!.includes('%}') && ++at < lines.length);
      handler += script
        .join('\n')
        .replace(/^>\s*\{%/, '')
        .replace(/%\}.*$/s, '');
    } else if (/^>\s+\S+\.(js|mjs)\s*$/.test(line)) unknown ??= 'a script file handles its answer';
    else body.push(line);
  }
  return { handler, ...asBody(body, unknown) };
}

function asBody(lines: readonly string[], unknown: string | null): Omit<WrittenRest, 'handler'> {
  const text = lines
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd();
  if (text.trim() === '') return { body: null, unknown };
  if (!lines.some((line) => FILE.test(line))) return { body: { kind: 'text', text }, unknown };
  const [, encoding, path] = FILE.exec(text) ?? [];
  if (path === undefined || text.includes('\n')) return { body: null, unknown: 'its body mixes text and files' };
  return { body: { kind: 'file', path, replacesPlaceholders: encoding !== undefined }, unknown };
}
