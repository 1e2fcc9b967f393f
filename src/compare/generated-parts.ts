/** A name without what some tool made up in it. */
export interface PlainName {
  readonly name: string;
  /** What was left out, each kind once, in words. */
  readonly parts: readonly string[];
  /** It is one of any number that do the same, such as a pod: several of a version are one. */
  readonly instance: boolean;
  /** Nothing is left that tells it from others of its kind: two hosts of API Gateway may be two services. */
  readonly bare: boolean;
}

interface Rule {
  readonly part: string;
  readonly instance: boolean;
  /** Anchored or with pieces of fixed length, so that it takes one pass. */
  readonly pattern: RegExp;
  readonly replacement: string;
  /** What the first group must look like. */
  readonly fits?: (text: string) => boolean;
}

const PRIVATE_ADDRESS = 'private address';
const AWS_HOST = String.raw`\.amazonaws\.com(?:\.cn)?`;
const REGION = '[a-z]{2}(?:-[a-z]+){1,3}-\\d';

/**
 * In the order in which they are applied. `*` stands for what was left out, and nothing where names without it exist as
 * well. A rule that is in doubt leaves a name as it is: what is taken for the same is no longer seen as new.
 */
const RULES: readonly Rule[] = [
  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
  instances(PRIVATE_ADDRESS, /^ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?=$|[.:])/, 'ip-*'),
  instances(PRIVATE_ADDRESS, /^ec2-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?=\.)/, 'ec2-*'),
  instances(PRIVATE_ADDRESS, /^(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}(?=$|[:/])/, '*'),
  // The alphabet of generated Kubernetes names: https://github.com/kubernetes/apimachinery, util/rand/rand.go
  {
    ...instances('pod suffix', /-([bcdfghj-np-tvwxz2-9]{6,10}-[bcdfghj-np-tvwxz2-9]{5})$/, '-*'),
    fits: (text) => /\d/.test(text),
  },
  instances('container id', /(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-f])/, '*'),
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
  named('load balancer id', new RegExp(`-\\d{8,10}(?=\\.${REGION}\\.elb${AWS_HOST})`), ''),
  named('load balancer id', new RegExp(`-[0-9a-f]{16}(?=\\.elb\\.${REGION}${AWS_HOST})`), ''),
  named('API id', new RegExp(`^[a-z0-9]{10}(?=(?:-vpce-[0-9a-f]{8,17})?\\.execute-api\\.${REGION}${AWS_HOST})`), '*'),
  named('function URL id', new RegExp(`^[a-z0-9]{32}(?=\\.lambda-url\\.${REGION}\\.on\\.aws)`), '*'),
  named(
    'database host id',
    new RegExp(`(?<=\\.(?:cluster-|cluster-ro-|cluster-custom-|proxy-)?)[a-z0-9]{12}(?=\\.${REGION}\\.rds${AWS_HOST})`),
    '*',
  ),
  named('distribution id', /^d[a-z0-9]{12,13}(?=\.cloudfront\.net)/, '*'),
  named('UUID', /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/i, '*'),
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html#resources-section-physical-id
  { ...named('CloudFormation suffix', /-([0-9A-Za-z]{12,13})(?=$|[./:])/, '-*'), fits: isDrawnAtRandom },
  // Of a construct's path: https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
  { ...named('CDK hash', /(?<=[a-z])([0-9A-F]{8})(?=$|[-./:])/, ''), fits: (text) => switches(text) >= 2 },
  named('pull request', /(?:^|[-_./])(?:pr|pull|mr|preview)[-_]?\d{1,7}(?=$|[-_./:])/i, ''),
  // Linux draws ports for no particular service from here on (ip_local_port_range); below, a port says which service it is.
  named(
    'port',
    /(?<=^(?:[^:/\s]+|\[::1\])):(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|6[0-4]\d{3}|65[0-5]\d\d)$/,
    '',
  ),
];

/** What of a name is the same for everybody's: the service that hosts it, and where. */
const SHARED = new RegExp(
  String.raw`^\*(?:-vpce-[0-9a-f]+)?(?:\.execute-api\.${REGION}${AWS_HOST}|\.lambda-url\.${REGION}\.on\.aws|\.cloudfront\.net)?$`,
);

function named(part: string, pattern: RegExp, replacement: string): Rule {
  return { part, instance: false, pattern, replacement };
}

function instances(part: string, pattern: RegExp, replacement: string): Rule {
  return { part, instance: true, pattern, replacement };
}

/** Never an empty name. */
export function withoutGeneratedParts(name: string): PlainName {
  let plain: Omit<PlainName, 'bare'> = { name, parts: [], instance: false };
  for (const { part, pattern, replacement, instance, fits } of RULES) {
    const found = pattern.exec(plain.name);
    if (found === null || fits?.(found[1] ?? found[0]) === false) continue;
    const after = plain.name.slice(found.index + found[0].length);
    // A separator that would begin the name is no longer one.
    const left = (plain.name.slice(0, found.index) + replacement + after).replace(/^[-_./]/, '');
    if (left === '') continue;
    const parts = plain.parts.includes(part) ? plain.parts : [...plain.parts, part];
    plain = { name: left, parts, instance: plain.instance || instance };
  }
  // Private addresses are drawn anew at each start of a task or pod; that of every other is its own.
  return { ...plain, bare: SHARED.test(plain.name) && !plain.parts.includes(PRIVATE_ADDRESS) };
}

/**
 * Whether a suffix of CloudFormation's length was drawn at random, rather than being words of that length: random text
 * goes to and fro between kinds of characters, the more often the more there are to draw from. Lower-case ones, as
 * of buckets, stay: words with digits in them look the same.
 *
 * ```
 * 1A2B3C4D5E6F   LbbjYUkcchrB                      drawn
 * CHECKOUTDATA   OrderService2   s3toredshift2     words
 * ```
 */
function isDrawnAtRandom(text: string): boolean {
  const [upper, lower] = [/[A-Z]/.test(text), /[a-z]/.test(text)];
  if (!upper) return false;
  if (lower) return switches(text) >= 4 && !/^[a-z]*(?:[A-Z]+[a-z]{2,})*\d*$/.test(text);
  return switches(text) >= 2;
}

/** How often neighbouring characters are of two kinds: digits, upper case, lower case. */
function switches(text: string): number {
  const kinds = Array.from(text, (each) => (/\d/.test(each) ? 'digit' : /[A-Z]/.test(each) ? 'upper' : 'lower'));
  return kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
}
