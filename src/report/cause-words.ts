import type { CoverageCause, SearchView, TargetKind, Traffic } from '../collect/coverage-cause.js';
import type { SilentCall, VersionCount, WrongClock } from '../collect/lost-traces.js';
import { plain } from './escape.js';
import { formatNumber, formatShare } from './format.js';
import { remedyWithoutDriving } from './found-cause-words.js';

/** A cause for people. Plain text. */
export interface CauseWords {
  /** What it is, to follow "Likely:". */
  readonly title: string;
  /** What speaks for it: whole sentences, as the remedy is. */
  readonly evidence: string;
  readonly remedy: string;
}

/** More names than this are not listed. */
const MOST_NAMED = 3;

/** A cause in words, with the remedy that fits whose traffic it is. */
export function causeWords(cause: CoverageCause, traffic: Traffic): CauseWords {
  const words = wordsOf(cause);
  const remedy = traffic === 'driven' ? null : remedyWithoutDriving(cause, traffic);
  return remedy === null ? words : { ...words, remedy };
}

function wordsOf(cause: CoverageCause): CauseWords {
  switch (cause.kind) {
    case 'runner clock':
      return {
        title: "the runner's clock is wrong",
        evidence: `It is ${span(cause.aheadMs)} ${aheadOrBehind(cause.aheadMs)} AWS's. Trace ids begin with the time, and collectors drop those of another time.`,
        remedy: 'Set the clock of the runner (NTP).',
      };
    case 'host clock':
      return hostClock(cause.clock);
    case 'own trace ids':
      return ownTraceIds(cause);
    case 'still arriving':
      return {
        title: 'traces were still arriving',
        evidence:
          cause.late > 0
            ? `${cause.late} of the missing traces came to X-Ray after the gate had stopped waiting, ${span(cause.waitedMs)} after the last request.`
            : `New segments still came ${span(cause.quietMs)} before the gate stopped waiting, ${span(cause.waitedMs)} after the last request.`,
        remedy: 'Raise "settle-timeout".',
      };
    case 'called segment':
      return calledSegment(cause.call);
    case 'incomplete':
      return incomplete(cause.waitsFor, cause.requests);
    case 'other version':
      return {
        title: 'the deployment was not finished',
        evidence: `${tracesThat(cause.requests, 'name')} another version than ${plain(cause.version)}: ${counted(cause.others)}.`,
        remedy:
          'Let the gate start once every instance is replaced; "version-header" and "ready-timeout" let it wait for that. If the deployment was finished, correct "version" or "baseline", or what the services write into "version-annotation".',
      };
    case 'not answered':
      return {
        title: 'requests got no answer',
        evidence: `${requests(cause.requests)} got none, and what does not reach a service leaves no trace.`,
        remedy:
          'See that the target can take this rate, and that nothing between the runner and the target breaks connections.',
      };
    case 'operations untraced':
      return {
        title: `${listed(cause.operations)} ${cause.operations.length === 1 ? 'is' : 'are'} not traced`,
        evidence: `None of ${requests(cause.requests)} left a trace, while those for other operations did.`,
        remedy: `See to the services behind them. ${targetRemedy(cause.target)}`,
      };
    case 'sampling rules':
      return samplingRules(cause);
    case 'Transaction Search':
      return {
        title: 'the traces are where the role may not look',
        evidence: `X-Ray has ${cause.traced} of ${cause.sent} traces, and the role may not call ${listed(cause.denied)}. With Transaction Search, X-Ray keeps a share of the traces (1 % unless set otherwise) and the log group aws/spans has the others.`,
        remedy:
          'Allow the role xray:GetTraceSegmentDestination, xray:StartTraceRetrieval and xray:ListRetrievedTraces, or have all traces of the account indexed. Without Transaction Search this is not the cause.',
      };
    case 'not continued':
      return notContinued(cause);
    case 'target untraced': {
      const others = cause.others === null ? '' : ', under any id, while other traffic left traces meanwhile';
      return {
        title: 'the target is not traced',
        evidence: `X-Ray has no trace of these requests${others}. ${targetWords(cause.target)}`,
        remedy: targetRemedy(cause.target),
      };
    }
    case 'elsewhere':
      return elsewhere(cause);
    case 'not searched':
      return {
        title: 'there may be other causes',
        evidence: cause.denied
          ? 'The role may not call xray:GetTraceSummaries, so the gate could not look for traces of these requests under other ids.'
          : `The gate could not look for traces of these requests under other ids: ${prose(cause.because)}`,
        remedy: cause.denied ? 'Allow it, and the next report can say more.' : 'Run the gate again.',
      };
    case 'searched in part':
      return {
        title: 'there may be other causes',
        evidence: `The gate found no traces of these requests under other ids. ${limitOf(cause.view)}`,
        remedy: cause.view === 'ended early' ? 'Run the gate again, with a lower "rate".' : INDEX_ALL,
      };
    case 'reading ended':
      return {
        title: 'X-Ray could not be read to the end',
        evidence: `${prose(cause.because)} By then something had come of ${formatNumber(cause.collected)} of ${traces(cause.expected)}.`,
        remedy: cause.remedy,
      };
    case 'not fetched':
      return notFetched(cause);
    case 'fewer found':
      return {
        title: 'fewer requests left a trace than the script was to send',
        evidence: `Searching, the gate found traces of ${formatNumber(cause.found)} of the about ${requests(cause.expected)} that the inputs give this side.`,
        remedy:
          'See that the other engine drove the whole script, with the inputs of its export; that nothing on the way changes the header User-Agent, by which the gate finds the traces; and that the services record what says Sampled=1: an X-Ray or tracecontext propagator and a parent-based sampler.',
      };
    case 'share indexed':
      return {
        title: 'X-Ray indexes a share of the traces only',
        evidence: `The gate has to search for what another engine sent. ${limitOf(cause.view)}`,
        remedy: `${INDEX_ALL} Or let the gate drive: it knows the ids of what it sends.`,
      };
  }
}

type CauseOf<K extends CoverageCause['kind']> = Extract<CoverageCause, { kind: K }>;

function hostClock({ service, aheadMs, traces }: WrongClock): CauseWords {
  return {
    title: `the clock of ${plain(service)} is wrong`,
    evidence: `It is ${span(aheadMs)} ${aheadOrBehind(aheadMs)} the runner's: by it, ${tracesThat(traces, 'begin')} ${aheadMs < 0 ? 'before their requests left' : 'after their requests had ended'}. What lies outside the time of the run may not be found.`,
    remedy: `Set the clock of the hosts of ${plain(service)} (NTP); that of the runner, if every service is off by as much.`,
  };
}

function ownTraceIds({ strangers, untraced, services, view }: CauseOf<'own trace ids'>): CauseWords {
  const who = services.length === 0 ? 'what answers them' : listed(services);
  const rest =
    view === 'all'
      ? 'The others were not recorded at all: sampling rules decided.'
      : `${limitOf(view)} So there may be more of them.`;
  const few = strangers < 0.8 * untraced ? ` ${rest}` : '';
  return {
    title: `${who} did not take over the trace header`,
    evidence: `X-Ray has ${formatNumber(strangers)} of the ${formatNumber(untraced)} missing traces under ids that ${services.length === 1 ? 'it' : 'they'} made up.${few}`,
    remedy: CARRY_ON,
  };
}

const CARRY_ON =
  "Let the caller's trace go on there. OpenTelemetry: OTEL_PROPAGATORS=xray,tracecontext,baggage and a parent-based sampler, as OTEL_TRACES_SAMPLER=parentbased_always_on. X-Ray SDK: its middleware before all others. Proxies in front must pass on X-Amzn-Trace-Id and traceparent.";
const INDEX_ALL =
  'With Transaction Search, have X-Ray index all traces of the account (aws xray update-indexing-rule, DesiredSamplingPercentage 100; indexing is charged by the trace).';

/** What a search cannot have shown. */
function limitOf(view: Exclude<SearchView, 'all'>): string {
  switch (view) {
    case 'share indexed':
      return 'With Transaction Search X-Ray can be searched only for the share of traces that it indexes, 1 % unless set otherwise.';
    case 'share perhaps indexed':
      return 'Where Transaction Search is on, which the role may not ask, X-Ray can be searched only for the share of traces that it indexes, 1 % unless set otherwise.';
    case 'ended early':
      return 'The search was ended before it had seen all traces of that time.';
  }
}

function notContinued({ target, view, searched }: CauseOf<'not continued'>): CauseWords {
  const found = searched ? ', and a search found them under no other' : '';
  const limit = view === 'all' ? '' : ` ${limitOf(view)} So nobody can tell which it is.`;
  return {
    title: 'the services do not take over the trace header, or are not traced',
    evidence: `None of these requests left a trace under its own id${found}.${limit}`,
    remedy: `${CARRY_ON} ${targetRemedy(target)}`,
  };
}

function notFetched({ requests: count, waitedMs, mayBeDeleted }: CauseOf<'not fetched'>): CauseWords {
  const old = mayBeDeleted ? ' X-Ray deletes traces after 30 days, and some may be as old.' : '';
  return {
    title: 'X-Ray names traces that it did not return',
    evidence: `A search named ${traces(count)} that X-Ray had not returned ${span(waitedMs)} later.${old}`,
    remedy: `${mayBeDeleted ? 'Look less far back with "since". ' : ''}Raise "settle-timeout", and run the gate while little else reads traces: X-Ray slows down whoever asks for many.`,
  };
}

function samplingRules(cause: CauseOf<'sampling rules'>): CauseWords {
  const { traced, sent, byDefaultRule, searched, rule } = cause;
  const others = searched ? ', and X-Ray has the others under no other id' : '';
  const evidence = `${formatNumber(traced)} of ${formatNumber(sent)} requests left a trace (${formatShare(traced / sent)}), though each said Sampled=1${others}.`;
  if (rule === null) {
    const ofLambda =
      byDefaultRule === null ? '' : ` Lambda's own sampling, 1 a second and 5 % of the rest, gives ${byDefaultRule}.`;
    return {
      title: 'the function records a share of the requests',
      evidence: `${evidence}${ofLambda}`,
      remedy:
        "Lambda's own sampling cannot be set: see that what stands before the function passes on the whole X-Amzn-Trace-Id, and that every version behind an alias is in tracing mode Active. With a layer of OpenTelemetry: OTEL_TRACES_SAMPLER=parentbased_always_on.",
    };
  }
  const like =
    byDefaultRule === null ? '' : ` X-Ray's default rule, 1 a second and 5 % of the rest, gives ${byDefaultRule}.`;
  return {
    title: 'sampling rules decide, not the request',
    evidence: `${evidence}${like}`,
    remedy: `Use parent-based samplers (OpenTelemetry: OTEL_TRACES_SAMPLER=parentbased_always_on), and let proxies pass on the whole X-Amzn-Trace-Id. Where neither can be done, the sampling rule below helps; the gate never creates one. The rule would record everybody's requests to ${plain(rule.Host)} that match, at $5.00 per million traces: delete it after the run.`,
  };
}

function calledSegment({ caller, callee, traces: count }: SilentCall): CauseWords {
  return {
    title: `segments of ${plain(callee)} are missing`,
    evidence: `In ${traces(count)} ${plain(caller)} announces a segment of ${plain(callee)} that never came.`,
    remedy: `See that ${plain(callee)} is traced on every instance, that it can reach its X-Ray daemon or collector, and that this drops nothing; or raise "settle-timeout".`,
  };
}

function incomplete(waitsFor: Extract<CoverageCause, { kind: 'incomplete' }>['waitsFor'], count: number): CauseWords {
  switch (waitsFor) {
    case 'root segment':
      return {
        title: SLOW,
        evidence: `${tracesThat(count, 'come')} without the segment that answered the request.`,
        remedy: SLOW_REMEDY,
      };
    case 'end of a segment':
      return {
        title: SLOW,
        evidence: `${tracesThat(count, 'hold')} a segment that is still in progress.`,
        remedy: SLOW_REMEDY,
      };
    case 'parent segment':
      return {
        title: SLOW,
        evidence: `${tracesThat(count, 'hold')} subsegments whose segment never came.`,
        remedy: SLOW_REMEDY,
      };
    case 'whole document':
      return {
        title: 'traces are too large',
        evidence: `${count === 1 ? '1 trace is' : `${formatNumber(count)} traces are`} larger than X-Ray returns whole (100 to 500 kB).`,
        remedy: "Send fewer requests' worth of work in one trace, or fewer subsegments and less metadata.",
      };
    case 'readable document':
      return {
        title: 'segments are malformed',
        evidence: `${tracesThat(count, 'hold')} documents that are no segments.`,
        remedy: 'See what the services send: each segment needs a name, an id, a trace id and its times.',
      };
  }
}

const SLOW = 'traces did not arrive whole';
const SLOW_REMEDY =
  'Raise "settle-timeout", and see that every service can reach its X-Ray daemon or collector, and flushes before it ends.';

function elsewhere({ inAws, sources, others }: Extract<CoverageCause, { kind: 'elsewhere' }>): CauseWords {
  if (!inAws) {
    return {
      title: 'no service sends to the local X-Ray',
      evidence: 'Not one segment of any service came to X-Ray during the run.',
      remedy:
        'Start the services with AWS_XRAY_DAEMON_ADDRESS or OTEL_EXPORTER_OTLP_ENDPOINT as the log of this run names them at its start.',
    };
  }
  const places = sources.map(({ region, account }) =>
    [region === null ? 'this region' : region, ...(account === null ? [] : [`of account ${account}`])].join(' '),
  );
  const where = places.length === 0 ? 'the region that was asked' : listed(places);
  return {
    title: 'wrong region or account',
    evidence:
      others === 0
        ? `X-Ray in ${where} has no trace of anybody from the time of the run.`
        : `The gate asked X-Ray in ${where}, which may not be where the services send their segments.`,
    remedy:
      'Set "aws-region" to the region, and give the job credentials of the account, that the services send their segments to. If both are right, no service there is traced.',
  };
}

function targetWords(target: TargetKind): string {
  switch (target) {
    case 'function':
    case 'function url':
      return 'A function in tracing mode PassThrough, the default, sends no segments, whatever its caller says.';
    case 'API Gateway':
      return 'HTTP and WebSocket APIs of API Gateway send no segments, and functions behind them only in tracing mode Active.';
    case 'load balancer':
      return 'A load balancer passes the trace header on, and sends no segments itself.';
    case 'service':
      return 'The services behind this address are not traced, or do not record requests that say Sampled=1.';
  }
}

function targetRemedy(target: TargetKind): string {
  switch (target) {
    case 'function':
    case 'function url':
      return "Set the function's tracing mode to Active (aws lambda update-function-configuration --tracing-config Mode=Active) and publish its version again.";
    case 'API Gateway':
      return 'Set the tracing mode of the functions behind the API to Active, or instrument the services there; a REST API can also be traced itself, by its stage.';
    case 'load balancer':
      return 'Instrument the services behind it, with the X-Ray propagator and a parent-based sampler.';
    case 'service':
      return 'See that tracing is active (Lambda: tracing mode Active; OpenTelemetry: the X-Ray or tracecontext propagator and a parent-based sampler), and that segments reach X-Ray: daemon or collector running, and its role allowed xray:PutTraceSegments.';
  }
}

/** Whole sentences, word by word: an endless word is cut, the sentence is not. */
function prose(sentences: string): string {
  return sentences.trim().split(/\s+/u).map(plain).join(' ');
}

function traces(count: number): string {
  return count === 1 ? '1 trace' : `${formatNumber(count)} traces`;
}

/** `1 trace names`, `40 traces name`. */
function tracesThat(count: number, verb: string): string {
  return count === 1 ? `1 trace ${verb}s` : `${traces(count)} ${verb}`;
}

function requests(count: number): string {
  return count === 1 ? '1 request' : `${formatNumber(count)} requests`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map(plain);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function counted(versions: readonly VersionCount[]): string {
  return listed(versions.map(({ version, traces }) => `${plain(version)} (${traces})`));
}

function aheadOrBehind(aheadMs: number): string {
  return aheadMs < 0 ? 'behind' : 'ahead of';
}

/** `40 s`, `7 min`, `3 h`. */
function span(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
