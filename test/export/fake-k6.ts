import { randomBytes } from 'node:crypto';
import { CookieJar } from 'tough-cookie';
import type { K6Options } from '../../src/export/k6-options.js';

/** What a script asked k6's `http` for, with the cookies that k6 sends: of the header, then of the jar. */
export interface K6Request {
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly cookie: string;
  readonly params: {
    readonly headers: Readonly<Record<string, string>>;
    readonly redirects: number;
    readonly timeout: number;
    readonly responseType: 'text' | 'none';
    readonly responseCallback: readonly { readonly min: number; readonly max: number }[];
    readonly tags: Readonly<Record<string, string>>;
  };
}

export interface K6Reply {
  /** 0: no answer. */
  readonly status?: number;
  readonly errorCode?: number;
  readonly body?: string;
  /** Names as Go writes them: `Location`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

export interface K6Run {
  readonly options: K6Options;
  /** One iteration, the `iteration`-th of all workers. */
  readonly slot: (iteration?: number) => void;
  readonly warmUp: (iteration?: number) => void;
  readonly requests: readonly K6Request[];
  readonly sleptS: readonly number[];
}

type WithJar = K6Request['params'] & { readonly jar: { readonly cookies: CookieJar } };

/** As Go's `Request.AddCookie` adds to what is there. */
function sentCookies(header: string | undefined, jar: string): string {
  return [header, jar].filter(Boolean).join('; ');
}

/** Loads a script for k6, with modules of k6 that record and answer as told. */
export function loadK6Script(
  script: string,
  reply: (request: K6Request, number: number) => K6Reply = () => ({}),
  environment: Readonly<Record<string, string>> = {},
): K6Run {
  const requests: K6Request[] = [];
  const sleptS: number[] = [];
  const scenario = { iterationInTest: 0 };
  const http = {
    CookieJar: class {
      readonly cookies = new CookieJar(undefined, { rejectPublicSuffixes: false });

      cookiesForURL(url: string): Record<string, string[]> {
        const named = Map.groupBy(this.cookies.getCookiesSync(url), ({ key }) => key);
        return Object.fromEntries([...named].map(([name, cookies]) => [name, cookies.map(({ value }) => value)]));
      }
    },
    expectedStatuses: (...ranges: unknown[]) => ranges,
    request(method: string, url: string, body: string | null, { jar, ...params }: WithJar) {
      const { cookies } = jar;
      const request: K6Request = {
        method,
        url,
        body,
        cookie: sentCookies(params.headers.cookie, cookies.getCookieStringSync(url)),
        params,
      };
      const { status = 200, errorCode = 0, ...answer } = reply(request, requests.push(request) - 1);
      for (const cookie of answer.cookies ?? []) cookies.setCookieSync(cookie, url);
      const { body: text = null, headers = {} } = answer;
      return { status, error_code: errorCode, headers, body: request.params.responseType === 'none' ? null : text };
    },
  };
  const crypto = { randomBytes: (count: number) => new Uint8Array(randomBytes(count)).buffer };
  const source = script.replaceAll(/^import .* from 'k6.*';$/gm, '').replaceAll(/^export (?=const|function)/gm, '');
  const load = new Function('http', 'crypto', 'exec', 'sleep', '__ENV', `${source}\nreturn { options, warmUp, slot };`);
  const exported = load(http, crypto, { scenario }, (s: number) => sleptS.push(s), environment);
  const iterate =
    (run: () => void) =>
    (iteration = 0) => {
      scenario.iterationInTest = iteration;
      run();
    };
  return {
    options: exported.options,
    slot: iterate(exported.slot),
    warmUp: iterate(exported.warmUp),
    requests,
    sleptS,
  };
}
