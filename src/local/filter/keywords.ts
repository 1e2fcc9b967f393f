/** Where a keyword stands: outside braces, or in the braces behind a complex keyword. */
export type Scope = 'trace' | 'service' | 'edge' | 'cause-service' | 'cause-entity' | 'slow-entity' | 'cause-exception';

const REQUEST = ['trace', 'service', 'edge'] as const;
/** The lists of a root cause: its services, its entities, its exceptions. */
const LISTED = ['cause-service', 'cause-entity', 'slow-entity', 'cause-exception'] as const;

/** True or false. */
export const FLAGS = {
  ok: REQUEST,
  error: REQUEST,
  throttle: REQUEST,
  fault: REQUEST,
  partial: REQUEST,
  inferred: [...REQUEST, 'cause-service'],
  root: ['service', 'cause-service'],
  first: LISTED,
  last: LISTED,
  remote: ['cause-entity', 'slow-entity'],
} as const satisfies Keywords;

/** Times are seconds, `index` counts from 0, `coverage` is a fraction. */
export const NUMBERS = {
  responsetime: REQUEST,
  duration: REQUEST,
  'http.status': REQUEST,
  index: LISTED,
  coverage: ['slow-entity'],
} as const satisfies Keywords;

export const TEXTS = {
  'http.url': REQUEST,
  'http.method': REQUEST,
  'http.useragent': REQUEST,
  'http.clientip': REQUEST,
  user: REQUEST,
  availabilityzone: REQUEST,
  'instance.id': REQUEST,
  'resource.arn': REQUEST,
  name: ['service', ...LISTED],
  type: ['service', 'cause-service'],
  message: ['cause-exception'],
} as const satisfies Keywords;

type Keywords = Readonly<Record<string, readonly Scope[]>>;

export type FlagKeyword = keyof typeof FLAGS;
export type NumberKeyword = keyof typeof NUMBERS;
export type TextKeyword = keyof typeof TEXTS;

export function isKeyOf<T extends object>(table: T, text: string): text is Extract<keyof T, string> {
  return Object.hasOwn(table, text);
}

const PLACES: Readonly<Record<Scope, string>> = {
  trace: 'outside braces',
  service: 'in service { }',
  edge: 'in edge { }',
  'cause-service': 'in rootcause.*.service { }',
  'cause-entity': 'in rootcause.fault.entity { }, in rootcause.error.entity { }',
  'slow-entity': 'in rootcause.responsetime.entity { }',
  'cause-exception': 'in rootcause.*.exception { }',
};

/** The places in words: `in service { }, in edge { }`. */
export function placesOf(scopes: readonly Scope[]): string {
  return scopes.map((scope) => PLACES[scope]).join(', ');
}
