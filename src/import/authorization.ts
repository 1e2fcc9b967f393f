import type { AuthEntry } from './scenario-document.js';
import type { Secrets } from './secrets.js';
import { WRITTEN_PLACEHOLDER } from './template-text.js';

/** How a step says what an `Authorization` header said; `header` where no kind of `auth` does. */
export type SaidAs =
  | { readonly kind: 'auth'; readonly auth: AuthEntry }
  | { readonly kind: 'header'; readonly value: string };

/**
 * Reads an `Authorization` header. What it holds in the clear goes to environment variables; `asTemplate` is applied
 * to values that are placeholders already.
 */
export function authorizationEntry(value: string, secrets: Secrets, asTemplate: (text: string) => string): SaidAs {
  const [, scheme = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(value.trim()) ?? [];
  const hidden = (name: string, text: string) =>
    WRITTEN_PLACEHOLDER.test(text) ? asTemplate(text) : secrets.instead(name, text);
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { kind: 'auth', auth: { bearer: hidden('bearer-token', rest.trim()) } };
    case 'basic': {
      const [user, password] = basicCredentials(rest.trim());
      return {
        kind: 'auth',
        auth: { basic: { user: hidden('basic-user', user), password: hidden('basic-password', password) } },
      };
    }
    case 'aws4-hmac-sha256': {
      const scope = signingScope(rest);
      if (scope !== null) return { kind: 'auth', auth: { sigv4: scope } };
      break;
    }
    case 'aws': {
      const service = /\bservice:(\S+)/.exec(rest)?.[1] ?? 'execute-api';
      const region = /\bregion:(\S+)/.exec(rest)?.[1];
      return { kind: 'auth', auth: { sigv4: region === undefined ? { service } : { service, region } } };
    }
  }
  return { kind: 'header', value: hidden('authorization', value.trim()) };
}

/** `Basic` takes base64 of `user:password`; editors also take `user:password` and `user password` in the clear. */
function basicCredentials(text: string): [user: string, password: string] {
  const clear =
    WRITTEN_PLACEHOLDER.test(text) || /[\s:]/.test(text) ? text : Buffer.from(text, 'base64').toString('utf8');
  const [, user = clear, password = ''] =
    /^((?:\{\{[^{}]{1,200}\}\}|[^\s:{]|\{(?!\{))+)(?::|\s+)(.*)$/s.exec(clear) ?? [];
  return [user, password];
}

/** `Credential=<key>/<date>/<region>/<service>/aws4_request`: docs.aws.amazon.com, "Create a signed AWS API request". */
function signingScope(text: string): { service: string; region: string } | null {
  const [, region, service] = /Credential=[^/]{1,200}\/\d+\/([^/]{1,60})\/([^/]{1,60})\/aws4_request/.exec(text) ?? [];
  return region === undefined || service === undefined ? null : { service, region };
}
