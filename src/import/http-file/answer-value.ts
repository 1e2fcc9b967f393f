import { jsonPathPointer } from './json-path.js';

/** A value of another request's answer; `from` is a step's `keep`: a JSON pointer or `header <name>`. */
export interface AnswerValue {
  readonly request: string;
  readonly from: string;
}

/**
 * Reads `login.response.body.$.token` and `login.response.headers.X-Token`. null where it is nothing of the kind; a
 * text where it is, but names what a step cannot keep.
 */
export function answerValue(expression: string): AnswerValue | string | null {
  const [, request, message, part, rest = ''] =
    /^(.+?)\.(request|response)\.(body|headers)(?:\.(.*))?$/.exec(expression) ?? [];
  if (request === undefined) return null;
  if (message === 'request') return `{{${expression}}} repeats what another request sent`;
  if (part === 'headers') return { request, from: `header ${rest.trim().toLowerCase()}` };
  const pointer = /^(\$|\*)?$/.test(rest.trim()) ? '' : jsonPathPointer(rest.trim());
  return pointer === null ? `{{${expression}}} is no path to one JSON value` : { request, from: pointer };
}

/**
 * What a handler of JetBrains' HTTP Client keeps for later requests, by name:
 * `client.global.set("token", response.body.token);` Other statements are not run; `understood` says there are none.
 */
export function keptGlobals(handler: string): {
  readonly kept: ReadonlyMap<string, string>;
  readonly understood: boolean;
} {
  const kept = new Map<string, string>();
  const rest = handler
    .replaceAll(
      /client\.global\.set\(\s*(["'])([^"']+)\1\s*,\s*response\.(body|headers)([^;\n]{0,200}?)\s*\)\s*(?:;|$)/gm,
      (statement, _quote, name: string, part: string, path: string) => {
        const from = part === 'body' ? jsonPathPointer(path) : headerOf(path);
        if (from === null) return statement;
        kept.set(name, from);
        return '';
      },
    )
    .replaceAll(/^\s*\/\/.*$/gm, '');
  return { kept, understood: rest.trim() === '' };
}

function headerOf(call: string): string | null {
  const [, name] = /^\.valueOf\(\s*["']([^"']+)["']\s*\)$/.exec(call) ?? [];
  return name === undefined ? null : `header ${name.toLowerCase()}`;
}
