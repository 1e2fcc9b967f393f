import { readBody } from './read-body.js';
import type { WrittenRequest } from './written-request.js';

const VARIABLE = /^\s*@([^\s=]+)\s*=(.*)$/;
const COMMENT = /^\s*(?:#|\/\/)\s*(.*)$/;
const SENT = /^(get|head|post|put|patch|delete|options)$/i;
const HEADER = /^([!#$%&'*+.^_`|~\w-]+)\s*:(.*)$/;

/** A block's request; null where it has none. Adds what it defines to `variables`. The grammar is parseHttpFile's. */
export function readBlock(
  lines: readonly string[],
  firstLine: number,
  title: string | null,
  variables: Map<string, string>,
): WrittenRequest | null {
  const before = readPreamble(lines, variables);
  if (before.at === lines.length) return null;
  const line = readRequestLine(lines, before.at);
  const headers = readHeaders(lines, line.next);
  const rest = readBody(lines.slice(headers.next), (text) => defines(text, variables));
  const comments = [...before.comments, ...headers.comments];
  return {
    name: directive(comments, 'name')[0] ?? null,
    title,
    line: firstLine + before.at,
    method: line.method,
    target: line.target,
    headers: headers.headers,
    body: rest.body,
    prompts: directive(comments, 'prompt').map((text) => text.split(/\s/)[0]!),
    handler: rest.handler,
    unknown: before.unknown ?? line.unknown ?? headers.unknown ?? rest.unknown,
  };
}

function readPreamble(lines: readonly string[], variables: Map<string, string>) {
  const comments: string[] = [];
  let unknown: string | null = null;
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.trim() === '' || defines(line, variables)) continue;
    const [, comment] = COMMENT.exec(line) ?? [];
    if (comment !== undefined) comments.push(comment);
    else if (/^\s*<\s*(\{%|\S+\.(js|mjs)\b)/.test(line)) {
      unknown = 'a script runs before it';
      while (/\{%/.test(line) && at < lines.length - 1 && !lines[at]!.includes('%}')) at++;
    } else if (/^\s*(import|run|client\.\w+)\s/.test(line)) unknown = `"${line.trim()}" is not known`;
    else break;
  }
  return { comments, unknown, at };
}

function defines(line: string, variables: Map<string, string>): boolean {
  const [, name, value] = VARIABLE.exec(line) ?? [];
  if (name === undefined) return false;
  variables.set(name, value!.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return true;
}

function readRequestLine(lines: readonly string[], at: number) {
  let text = lines[at]!.trim();
  let next = at + 1;
  for (; /^(\s+\S|[?&])/.test(lines[next] ?? ''); next++) text += lines[next]!.trim();
  const [, word, rest = text] = /^([A-Za-z]+)\s+(.*)$/.exec(text) ?? [];
  const none = (unknown: string) => ({ method: '', target: '', next, unknown });
  if (word?.toLowerCase() === 'curl') return none('it is a curl command');
  const known = word === undefined || /^[A-Z]+$/.test(word) || SENT.test(word);
  const target = withoutVersion(known ? rest : text);
  const isTarget = /^(https?:\/\/|\/|\{\{|[\w.-]+(:\d+)?(\/|\?|$))/.test(target);
  // What other methods ask for is not looked at: they are not sent.
  if (known && (isTarget || (word !== undefined && !SENT.test(word)))) {
    return { method: (word ?? 'GET').toUpperCase(), target, next, unknown: null };
  }
  return none('its first line is not a request line');
}

/** Without the `HTTP/1.1` at its end. */
function withoutVersion(target: string): string {
  const last = target.slice(target.lastIndexOf(' ') + 1);
  return /^HTTP\/\d+(\.\d+)?$/.test(last) ? target.slice(0, -last.length).trimEnd() : target;
}

function readHeaders(lines: readonly string[], at: number) {
  const headers: { name: string; value: string }[] = [];
  const comments: string[] = [];
  let unknown: string | null = null;
  let next = at;
  for (; next < lines.length && lines[next]!.trim() !== ''; next++) {
    const line = lines[next]!;
    const [, comment] = COMMENT.exec(line) ?? [];
    const [, name, value] = HEADER.exec(line) ?? [];
    const last = headers.at(-1);
    if (comment !== undefined) comments.push(comment);
    else if (name !== undefined) headers.push({ name, value: value!.trim() });
    else if (/^\s/.test(line) && last !== undefined) last.value += ` ${line.trim()}`;
    // A handler or a file may follow without a blank line.
    else if (/^\s*[<>]/.test(line)) return { headers, comments, unknown, next };
    else unknown = 'one of its headers is none';
  }
  return { headers, comments, unknown, next };
}

/** What follows `@word` in comments: `# @name login`, `// @name = login`. */
function directive(comments: readonly string[], word: string): string[] {
  return comments.flatMap((comment) => {
    const [, found, rest = ''] = /^@([\w-]+)(?:\s*=\s*|\s+|$)(.*)$/.exec(comment) ?? [];
    return found === word && rest.trim() !== '' ? [rest.trim()] : [];
  });
}
