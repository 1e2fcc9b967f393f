/** What a client says of a rule since it last said something. */
export interface SamplingReport {
  readonly ruleName: string;
  readonly clientId: string;
  readonly requests: number;
  readonly sampled: number;
  readonly borrowed: number;
}

export interface ReportWindow {
  readonly ruleName: string;
  readonly fromMs: number;
  requests: number;
  sampled: number;
  borrowed: number;
  /** Counts up in the order in which windows were begun. */
  readonly sequence: number;
}

/** How often clients report, and how long a quota holds. */
export const REPORT_INTERVAL_MS = 10_000;
/** A client that has missed two reports is gone, and its share is for the others. */
const CLIENT_GONE_MS = 3 * REPORT_INTERVAL_MS;
/** AWS speaks of recent results; how far back it does not say. */
const KEPT_MS = 10 * 60_000;

/** What clients reported on sampling rules. */
export class SamplingReports {
  /** By rule and client, in the order in which clients were first heard of. */
  readonly #seenMs = new Map<string, Map<string, number>>();
  #windows: ReportWindow[] = [];
  #sequence = 0;

  add({ ruleName, clientId, requests, sampled, borrowed }: SamplingReport, nowMs: number): void {
    const clients = this.#seenMs.get(ruleName) ?? new Map<string, number>();
    this.#seenMs.set(ruleName, clients.set(clientId, nowMs));
    const window = this.#windowOf(ruleName, nowMs);
    window.requests += requests;
    window.sampled += sampled;
    window.borrowed += borrowed;
  }

  /**
   * A client's part of a reservoir, in requests a second: equal parts for all that report on the rule, the remainder
   * one each for those heard of first, so that together they are the whole. AWS weighs by what clients need; how, it
   * does not say.
   */
  quota(ruleName: string, clientId: string, reservoirSize: number, nowMs: number): number {
    const clients = this.#seenMs.get(ruleName) ?? new Map<string, number>();
    for (const [id, seenMs] of clients) {
      if (nowMs - seenMs > CLIENT_GONE_MS) clients.delete(id);
    }
    const index = [...clients.keys()].indexOf(clientId);
    const share = Math.floor(reservoirSize / clients.size);
    return share + (index < reservoirSize % clients.size ? 1 : 0);
  }

  /** The rule is no more, or another of the same name will be. */
  forget(ruleName: string): void {
    this.#seenMs.delete(ruleName);
    this.#windows = this.#windows.filter((window) => window.ruleName !== ruleName);
  }

  windows(nowMs: number): readonly ReportWindow[] {
    this.#windows = this.#windows.filter(({ fromMs }) => nowMs - fromMs <= KEPT_MS);
    return this.#windows;
  }

  #windowOf(ruleName: string, nowMs: number): ReportWindow {
    const fromMs = Math.floor(nowMs / REPORT_INTERVAL_MS) * REPORT_INTERVAL_MS;
    const open = this.windows(nowMs).find((window) => window.ruleName === ruleName && window.fromMs === fromMs);
    if (open !== undefined) return open;
    this.#sequence += 1;
    const begun = { ruleName, fromMs, requests: 0, sampled: 0, borrowed: 0, sequence: this.#sequence };
    this.#windows.push(begun);
    return begun;
  }
}
