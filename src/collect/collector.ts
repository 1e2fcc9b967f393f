import { GateError } from '../errors.js';
import { TraceObserver } from '../trace/observation.js';
import { AwaitedTrace, type Reading } from './awaited-trace.js';
import { CallWindow } from './call-window.js';
import type { Collected, CollectedTrace, CollectPorts, CollectSettings, SettledProgress } from './collected.js';
import { type Batch, LookSchedule } from './look-schedule.js';
import { noAnswer } from './no-answer.js';
import type { Shortcomings, Unreadable } from './shortcomings.js';
import { SilentCallees } from './silent-callees.js';
import type { Fetched, FetchedTrace } from './trace-source.js';

export interface CollectorSettings extends CollectSettings {
  /** How long after its request's end a trace is complete; null: that is to be learnt. */
  readonly delayMs: number | null;
  /** Nothing more can be read: what was, stays. */
  readonly onEnded?: () => void;
}

/** While requests are being sent, collecting must not make them late. */
const CALLS_WHILE_DRIVING = 2;

/** Requests that end one shortly after the other are thought of together. */
const GATHER_MS = 50;

/** A segment that was lost on its way never comes: when so few are left and so long brought nothing, waiting ends. */
const FEW_LEFT = 0.02;
const QUIET_MS = 15_000;

interface Waiter {
  readonly left: Set<string>;
  over: () => void;
}

/**
 * Fetches traces by id until they have settled: complete, and unchanged over two looks (and, of services that send in
 * batches, for as long as those take). It is told of requests as they end and begins at once; what was found can be read
 * at any time. Each trace is reduced to what it tells as it arrives.
 */
export class Collector {
  readonly #ports: CollectPorts;
  readonly #reading: Reading;
  readonly #schedule: LookSchedule;
  readonly #window: CallWindow;
  readonly #awaited = new Map<string, AwaitedTrace>();
  readonly #waiters = new Set<Waiter>();
  readonly #onEnded: () => void;
  #unsettled = 0;
  #calls = 0;
  #answered = false;
  #lastReason: string | null = null;
  /** What a call waits for that X-Ray has answered in part. */
  #waitsFor: string | null = null;
  #newsMs = Number.NEGATIVE_INFINITY;
  #failure: { readonly error: unknown } | null = null;
  /** Traces were read before the source refused. */
  #ended: GateError | null = null;
  #finishing: {
    readonly startMs: number;
    readonly deadlineMs: number;
    readonly done: () => void;
    readonly tell: SettledProgress;
  } | null = null;
  /** Aborted once nothing more is asked. */
  readonly #over = new AbortController();
  #waking: { readonly atMs: number; readonly callOff: () => void } | null = null;

  constructor(ports: CollectPorts, { looks, versionAnnotation, delayMs, onEnded = () => {} }: CollectorSettings) {
    const { clock, randomBytes } = ports;
    this.#ports = ports;
    this.#onEnded = onEnded;
    this.#reading = {
      observer: new TraceObserver(versionAnnotation),
      versionAnnotation,
      silent: new SilentCallees(),
      looksNeeded: looks,
    };
    this.#schedule = new LookSchedule(delayMs);
    this.#window = new CallWindow(clock, () => (randomBytes(1)[0] ?? 0) / 256);
  }

  /**
   * A trace to be collected, and when its request ended: null where that is long ago. Ids count once. With
   * `clientSegment` the gate's own segment is on its way into it, and {@link clientSegmentPut} will tell what became of it.
   */
  expect(traceId: string, endedMs: number | null, { clientSegment = false } = {}): void {
    if (this.#awaited.has(traceId)) return;
    const trace = new AwaitedTrace(traceId, endedMs);
    if (clientSegment) trace.clientTakenMs = Number.POSITIVE_INFINITY;
    this.#awaited.set(traceId, trace);
    this.#unsettled += 1;
    this.#schedule.add(trace);
    this.#wakeAt(this.#ports.clock.nowMs() + GATHER_MS);
  }

  /** X-Ray has taken the gate's own segment of this trace, which has not settled without it; or never will. */
  clientSegmentPut(traceId: string, taken: boolean): void {
    const trace = this.#awaited.get(traceId);
    if (trace !== undefined) trace.clientTakenMs = taken ? this.#ports.clock.nowMs() : null;
  }

  /** Once these have settled, or after so long. Rejects with a GateError when the source refuses. */
  async settledOf(traceIds: Iterable<string>, timeoutMs: number): Promise<void> {
    const { clock } = this.#ports;
    const left = new Set([...traceIds].filter((id) => this.#awaited.get(id)?.settled === false));
    if (left.size > 0 && this.#failure === null && this.#ended === null) {
      await new Promise<void>((resolve) => {
        const waiter: Waiter = { left, over: () => {} };
        waiter.over = () => {
          callOff();
          this.#waiters.delete(waiter);
          resolve();
        };
        const callOff = clock.at(clock.nowMs() + timeoutMs, waiter.over);
        this.#waiters.add(waiter);
        this.#goOn();
      });
    }
    if (this.#failure !== null) throw this.#failure.error;
  }

  /**
   * Waits for all that was expected, at most so long whatever is under way, and ends the collection. What has not settled
   * in time is returned as it was seen last; the last 2 % are given up earlier, once 15 seconds have brought nothing new.
   *
   * Throws GateError when the source refused before anything was read, or gave no answer; what was read before it refused
   * is returned.
   */
  async finish(timeoutMs: number, tell: SettledProgress = () => {}): Promise<Collected> {
    const { clock } = this.#ports;
    const startMs = clock.nowMs();
    const deadlineMs = startMs + timeoutMs;
    await new Promise<void>((resolve) => {
      const callOff = clock.at(deadlineMs, resolve);
      const done = () => {
        callOff();
        resolve();
      };
      this.#finishing = { startMs, deadlineMs, done, tell };
      this.#goOn();
    });
    this.stop();
    if (this.#failure !== null) throw this.#failure.error;
    if (this.#awaited.size > 0 && !this.#answered) {
      const { underWay } = this.#window;
      throw noAnswer({ timeoutMs, waitsFor: this.#waitsFor, lastReason: this.#lastReason, underWay });
    }
    return { ...this.collected(), elapsedMs: clock.nowMs() - startMs };
  }

  /** Nothing more is asked, and what is under way is not waited for. */
  stop(): void {
    this.#over.abort();
    this.#waking?.callOff();
  }

  get #isStopped(): boolean {
    return this.#over.signal.aborted;
  }

  /** What was found so far. */
  collected(): Collected {
    const { silent } = this.#reading;
    const traces = new Map<string, CollectedTrace>();
    for (const [traceId, trace] of this.#awaited) {
      const { told, client, settled } = trace;
      if (told !== null)
        traces.set(traceId, {
          told,
          client,
          complete: trace.isComplete(silent),
          missing: trace.missing(silent),
          settled,
        });
    }
    return {
      traces,
      calls: this.#calls,
      elapsedMs: 0,
      quietMs: this.#ports.clock.nowMs() - this.#newsMs,
      shortcomings: this.#shortcomings(traces.size),
    };
  }

  #shortcomings(collected: number): Shortcomings {
    const ended = this.#ended;
    return {
      ended:
        ended === null
          ? null
          : { because: ended.message, remedy: ended.remedy, collected, expected: this.#awaited.size },
      unreadable: this.#unreadable(),
      search: null,
    };
  }

  #unreadable(): Unreadable | null {
    const all = [...this.#awaited.values()].flatMap(({ unreadable }) => unreadable ?? []);
    const [first] = all;
    if (first === undefined) return null;
    const documents = all.reduce((sum, each) => sum + each.documents, 0);
    return { documents, traces: all.length, because: first.because };
  }

  /** Begins the calls that may begin now, and sees to it that this is asked again when more may. */
  #goOn(): void {
    this.#waking?.callOff();
    this.#waking = null;
    if (this.#isStopped) return;
    const { clock, traces } = this.#ports;
    const hurried = this.#finishing !== null || this.#waiters.size > 0;
    const atMost = this.#finishing === null ? CALLS_WHILE_DRIVING : Number.POSITIVE_INFINITY;
    for (;;) {
      const nowMs = clock.nowMs();
      if (this.#isOver(nowMs)) {
        // What is under way may bring something still, until the deadline.
        if (this.#window.underWay === 0) this.#finishing?.done();
        return;
      }
      const nextMs = Math.max(this.#schedule.nextMs(traces.batchSize(), hurried), this.#window.resumesMs);
      const wakeMs = Math.min(nextMs, this.#givesUpMs());
      if (wakeMs > nowMs) {
        if (wakeMs < Number.POSITIVE_INFINITY) this.#wakeAt(wakeMs);
        return;
      }
      if (!this.#window.isOpen(atMost)) return;
      void this.#ask(this.#schedule.take(traces.batchSize(), nowMs));
    }
  }

  #wakeAt(atMs: number): void {
    if (this.#isStopped || (this.#waking !== null && this.#waking.atMs <= atMs)) return;
    this.#waking?.callOff();
    this.#waking = { atMs, callOff: this.#ports.clock.at(atMs, () => this.#goOn()) };
  }

  /** When a collection that is being finished ends, if nothing new comes. */
  #givesUpMs(): number {
    if (this.#finishing === null) return Number.POSITIVE_INFINITY;
    const fewAreLeft = this.#answered && this.#unsettled <= FEW_LEFT * this.#awaited.size;
    const newsMs = Math.max(this.#newsMs, this.#finishing.startMs);
    const quietMs = fewAreLeft ? newsMs + QUIET_MS : Number.POSITIVE_INFINITY;
    return Math.min(this.#finishing.deadlineMs, quietMs);
  }

  #isOver(nowMs: number): boolean {
    return (
      this.#failure !== null ||
      this.#ended !== null ||
      (this.#finishing !== null && (this.#unsettled === 0 || nowMs >= this.#givesUpMs()))
    );
  }

  /** Never rejects: what the source throws ends the collection. */
  async #ask(batch: Batch): Promise<void> {
    const askedMs = this.#ports.clock.nowMs();
    try {
      const fetched = await this.#fetch(batch);
      if (this.#isStopped) return;
      if (fetched.kind === 'busy') {
        this.#lastReason = fetched.reason;
        this.#schedule.putBack(batch, askedMs);
      } else {
        this.#answered = true;
        await this.#look(batch, fetched.traces, askedMs);
      }
    } catch (error) {
      if (this.#isStopped) return;
      this.#refused(error);
      for (const waiter of this.#waiters) waiter.over();
    }
    this.#goOn();
  }

  /** What was read is worth having, why ever no more can be: credentials have expired, are not renewed, or were revoked. */
  #refused(error: unknown): void {
    const hasRead = [...this.#awaited.values()].some(({ told }) => told !== null);
    if (!hasRead || !(error instanceof GateError)) {
      this.#failure = { error };
      return;
    }
    if (this.#ended === null) this.#onEnded();
    this.#ended ??= error;
  }

  async #fetch({ traces }: Batch): Promise<Fetched> {
    this.#calls += 1;
    this.#window.begin();
    let refused = false;
    try {
      const fetched = await this.#ports.traces.fetch(
        traces.map(({ traceId }) => traceId),
        { calledOff: this.#over.signal, waitsFor: (what) => (this.#waitsFor = what) },
      );
      refused = fetched.kind === 'busy';
      return fetched;
    } finally {
      if (refused) this.#window.refused();
      else this.#window.answered();
    }
  }

  async #look(batch: Batch, fetched: readonly FetchedTrace[], askedMs: number): Promise<void> {
    const { clock } = this.#ports;
    const { silent } = this.#reading;
    const byId = new Map(fetched.map((one) => [one.traceId, one]));
    const come = new Set<AwaitedTrace>();
    for (const trace of batch.traces) {
      const hadCome = trace.hasCome(silent);
      if (trace.look(byId.get(trace.traceId) ?? null, this.#reading, clock.nowMs())) this.#newsMs = clock.nowMs();
      if (trace.hasCome(silent)) come.add(trace);
      if (!hadCome && come.has(trace)) this.#schedule.becameComplete(trace);
      if (trace.settled) this.#hasSettled(trace);
      else this.#schedule.again(trace, trace.nextLookMs(silent, clock.nowMs()));
      // Reading takes its time: requests that are due meanwhile go first.
      if (this.#finishing === null) await new Promise<void>((resolve) => clock.at(clock.nowMs(), resolve));
    }
    this.#schedule.learn(batch, askedMs, come);
    this.#finishing?.tell({ settled: this.#awaited.size - this.#unsettled, wanted: this.#awaited.size });
  }

  #hasSettled({ traceId }: AwaitedTrace): void {
    this.#unsettled -= 1;
    for (const waiter of this.#waiters) {
      waiter.left.delete(traceId);
      if (waiter.left.size === 0) waiter.over();
    }
  }
}
