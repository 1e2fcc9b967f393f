/**
 * A rule as CreateSamplingRule takes it.
 * https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html
 */
export interface SamplingRule {
  readonly RuleName: string;
  readonly ResourceARN: '*';
  /** The smallest number that matches decides. */
  readonly Priority: number;
  /** Share of the requests, 0–1. */
  readonly FixedRate: number;
  /** Requests a second that are recorded before the share counts. */
  readonly ReservoirSize: number;
  readonly ServiceName: '*';
  readonly ServiceType: '*';
  readonly Host: string;
  readonly HTTPMethod: string;
  readonly URLPath: string;
  readonly Version: 1;
}

/** Of a path X-Ray takes 128; what is longer than this is cut where it is shown. */
const [LONGEST_NAME, LONGEST_HOST, LONGEST_PATH] = [32, 64, 96];

/**
 * The rule that records every request to a host for these operations (`GET /orders/{id}`), whoever sends it: rules cannot
 * tell the gate's requests from others.
 */
export function samplingRuleFor({ host }: URL, operations: readonly string[]): SamplingRule {
  const asked = operations.flatMap((operation) => {
    const [, method, path] = /^([A-Z]{1,10}) (\/[!-~]*)$/.exec(operation) ?? [];
    return method === undefined || path === undefined ? [] : [{ method, path: path.replaceAll('{id}', '*') }];
  });
  const methods = new Set(asked.map(({ method }) => method));
  const known = asked.length > 0 && asked.length === operations.length;
  return {
    RuleName: `xray-gate-${host.replaceAll(/[^a-z0-9-]+/gi, '-')}`.slice(0, LONGEST_NAME).replace(/-+$/, ''),
    ResourceARN: '*',
    Priority: 100,
    FixedRate: 1,
    ReservoirSize: 0,
    ServiceName: '*',
    ServiceType: '*',
    Host: cut(host, LONGEST_HOST),
    HTTPMethod: known && methods.size === 1 ? asked[0]!.method : '*',
    URLPath: known ? cut(commonPath(asked.map(({ path }) => path)), LONGEST_PATH) : '*',
    Version: 1,
  };
}

/** The path that all of these match, `*` for what differs. */
function commonPath(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  if (others.every((path) => path === first)) return first;
  let same = 0;
  while (same < first.length && others.every((path) => path[same] === first[same])) same += 1;
  return `${first.slice(0, first.lastIndexOf('/', same - 1) + 1)}*`;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}*`;
}
