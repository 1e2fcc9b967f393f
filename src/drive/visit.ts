import { CookieJar } from 'tough-cookie';
import { followedNames } from '../scenario/followed.js';
import type { Value } from '../scenario/template.js';
import type { Keep, Step } from '../scenario/workload.js';
import { readLink } from './link.js';
import { atPointer } from './outgoing-request.js';
import type { Slot } from './plan.js';
import type { Answer, Outcome } from './transport.js';

const NONE: ReadonlySet<string> = new Set();

/** What one side's run of a scenario knows: the values it has kept, its cookies, and whether it goes on. */
export class Visit {
  readonly #values: Map<string, Value>;
  /** Only a flow has use for them. */
  readonly #cookies: CookieJar | null;
  /** Names of values that later steps follow as links. */
  readonly #followed: ReadonlySet<string>;

  constructor({ scenario, values }: Slot) {
    this.#values = new Map(values);
    this.#cookies = scenario.steps.length > 1 ? new CookieJar(undefined, { rejectPublicSuffixes: false }) : null;
    this.#followed = scenario.steps.length > 1 ? followedNames(scenario.steps) : NONE;
  }

  get values(): ReadonlyMap<string, Value> {
    return this.#values;
  }

  /** Whether what an answer says matters to the steps after it. */
  keepsAnswer({ keeps }: Step): boolean {
    return keeps.length > 0 || this.#cookies !== null;
  }

  cookieFor(url: URL): string | null {
    return this.#cookies?.getCookieStringSync(url.href) || null;
  }

  /**
   * Takes from an outcome what later steps need. Returns what is wrong with it by the scenario's own account, in words;
   * null where it is as expected, and where it failed for all to see.
   */
  take(step: Step, url: URL, outcome: Outcome): string | null {
    if (outcome.kind !== 'answered') return null;
    const { status, answer } = outcome;
    const expected = step.expected?.some(({ from, to }) => status >= from && status <= to) ?? true;
    if (!expected) return `status ${status}`;
    if (answer === null) return null;
    this.#takeCookies(url, answer);
    // An error page has nothing of what is looked for; that it is one, its status says.
    if (step.expected === null && status >= 400) return null;
    for (const keep of step.keeps) {
      const value = keptValue(keep, answer);
      if (value === undefined) return `nothing to keep as "${keep.name}" at ${placeOf(keep)}`;
      const link = this.#followed.has(keep.name) ? readLink(value, url) : null;
      if (link?.kind === 'elsewhere') return `${placeOf(keep)} ${link.because}`;
      this.#values.set(keep.name, link?.path ?? value);
    }
    return null;
  }

  #takeCookies(url: URL, { headers }: Answer): void {
    for (const cookie of headers['set-cookie'] ?? []) {
      this.#cookies?.setCookieSync(cookie, url.href, { ignoreError: true });
    }
  }
}

function keptValue({ from }: Keep, { headers, body }: Answer): Value | undefined {
  if (from.kind === 'header') return headers[from.name]?.[0];
  try {
    return atPointer(JSON.parse(body), from.pointer);
  } catch {
    return undefined;
  }
}

function placeOf({ from }: Keep): string {
  return from.kind === 'header' ? `header ${from.name}` : from.pointer === '' ? 'the whole body' : from.pointer;
}
