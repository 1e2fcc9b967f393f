import { INPUTS, type InputName } from '../input-list.js';

/** Inputs that only mean something inside a workflow. */
const WORKFLOW_ONLY: readonly InputName[] = [
  'github-token',
  'comment',
  'comment-key',
  'environment',
  'on-inconclusive',
  'on-no-baseline',
];

/** Inputs that `compare` knows. */
export const COMPARE_INPUTS = [
  'version-annotation',
  'tolerance-p95',
  'tolerance-typical',
  'tolerance-faults',
  'minimum-difference',
  'new-edges',
  'minimum-traces',
  'minimum-coverage',
  'report-path',
  'seed',
] as const satisfies readonly InputName[];

/** Inputs that `export` knows. */
export const EXPORT_INPUTS = [
  'url',
  'baseline-url',
  'requests',
  'scenarios',
  'rate',
  'duration',
  'pairs',
  'warm-up',
  'timeout',
] as const satisfies readonly InputName[];

/** Inputs that `gate` knows. */
export const GATE_INPUTS: readonly InputName[] = (Object.keys(INPUTS) as InputName[]).filter(
  (name) => !WORKFLOW_ONLY.includes(name),
);

const EXIT_CODES = `Exit codes: 0 passed, 1 regressed, 2 could not measure or wrong usage, 3 inconclusive or no baseline.`;

const COMMANDS = `Usage: xray-gate <command> [options]

  gate     drive traffic, collect its traces, compare with a baseline, report
  compare  compare two saved profiles, or two files of traces; needs no network
  export   write the traffic as a script for another engine: k6 or Artillery
  import   write a file of scenarios from an OpenAPI document, a HAR file or an .http file
  local    run the local X-Ray: daemon (UDP and TCP), OTLP, and API
  demo     the main job on a small shop of instrumented services; needs no AWS account

xray-gate <command> --help says more.

${EXIT_CODES}`;

const HELP: Readonly<Record<string, () => string>> = {
  gate: () => `Usage: xray-gate gate --url URL --version VERSION [options]

Drives traffic at a deployed build, collects the AWS X-Ray traces it left, and compares them with a baseline.
--requests and --baseline-profile may be given several times, one line each.

${options(GATE_INPUTS)}

${EXIT_CODES}`,
  compare:
    () => `Usage: xray-gate compare --baseline FILE [--baseline FILE …] --candidate FILE [--candidate FILE …] [--json] [options]
       xray-gate compare --run FILE [--run FILE …] [--json]

FILE is a profile that "save-profile" wrote, or the output of aws xray batch-get-traces.

${option('baseline FILE', 'What to compare with; several are earlier runs of the baseline.')}
${option('candidate FILE', 'What to judge; several are shares of one build, as the jobs of a matrix drive them.')}
${option('run FILE', 'A run.json, as every report has one: decides again as that run did, with its own inputs. Several, as the jobs of a matrix leave them, are pooled.')}
${option('json', 'Print result.json instead of text.')}
${options(COMPARE_INPUTS)}

${EXIT_CODES}`,
  export: () => `Usage: xray-gate export k6|artillery --url URL [--output FOLDER] [options]

Writes the traffic that the gate would send as a script for an engine that runs on many machines, with trace ids,
pairs and our user agent; then "gate --traffic external" collects and judges what it sent.

${option('output FOLDER', 'Where to write it. Default: xray-gate-load.')}
${options(EXPORT_INPUTS)}`,
  import: () => `Usage: xray-gate import FILE > .github/xray-gate.yml

Writes a file of scenarios from an OpenAPI 3 document, a HAR file or an .http file, with what could not be taken over
as comments. The input "scenarios" reads such files as they are, too.`,
  local: () => `Usage: xray-gate local [--host HOST] [--port PORT] [--api-port PORT] [--otlp-port PORT]
                       [--indexed-attributes LIST] [--max-memory MB] [--faults JSON] [--json]

Runs the local X-Ray until Ctrl-C. Point services at it with AWS_XRAY_DAEMON_ADDRESS or
OTEL_EXPORTER_OTLP_ENDPOINT, clients with AWS_ENDPOINT_URL_XRAY. Prints a line for each trace when it is complete.

${option('host HOST', 'Address to listen on. Default: 127.0.0.1.')}
${option('port PORT', 'UDP and TCP port of the daemon; 0 takes a free one. Default: 2000.')}
${option('api-port PORT', 'Port of the API; 0 takes a free one. Default: 2001.')}
${option('otlp-port PORT', 'OTLP/HTTP port for OpenTelemetry; 0 takes a free one, none has none. Default: 4318.')}
${option('indexed-attributes LIST', 'OpenTelemetry attributes that become annotations, with commas between, or "all".')}
${option('max-memory MB', 'Memory for traces; above it the oldest go and are counted. Default: 1000.')}
${option('faults JSON', 'What is to go wrong, such as {"ingestionDelayMs": 5000, "throttleEvery": 20}. PUT /_local/faults at the API changes it while it runs.')}
${option('json', 'Print events as JSON, a line each: "listening" with the addresses, "trace" for each, "ended" with the counts.')}`,
  demo: () => `Usage: xray-gate demo

Starts the local X-Ray and three builds of a small shop, runs the gate on an equal build and on a worse one, and
prints both verdicts. Reports are in demo/out/. Exits with 0 only if both verdicts are right.`,
};

/** Help for one command, or for all where there is no such command. */
export function helpFor(command: string | undefined): string {
  return (HELP[command ?? '']?.() ?? COMMANDS).trimEnd();
}

function options(names: readonly InputName[]): string {
  return names
    .map((name) => {
      const { default: value, description } = INPUTS[name];
      return option(`${name} …`, `${description}${value === '' ? '' : ` Default: ${value}.`}`);
    })
    .join('\n');
}

const WIDTH = 110;
const INDENT = 27;

function option(name: string, description: string): string {
  const lines: string[] = [];
  let line = `  --${name}`.padEnd(INDENT - 1);
  for (const word of description.replaceAll('`', '').split(' ')) {
    if (line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = ' '.repeat(INDENT - 1);
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
