/** What the demo reads of the gate's `result.json`. */
export interface GateResult {
  readonly verdict: string;
  /** Why nothing can be said; empty unless inconclusive. */
  readonly reasons: readonly string[];
  /** What got worse. */
  readonly findings: readonly Finding[];
  /** Everything else that was judged. */
  readonly others: readonly Finding[];
  /** How the comparison was made; null where there was none. */
  readonly design: Readonly<Record<string, unknown>> | null;
}

export interface Finding {
  readonly metric: string;
  readonly operation: string | null;
  readonly node: string | null;
  readonly edge: { readonly from: string; readonly to: string } | null;
  /** Milliseconds, a share 0–1, or calls per request; for a new edge the share of traces that have it. */
  readonly baseline: number;
  readonly candidate: number;
  /** candidate / baseline; null where the baseline is 0. */
  readonly ratio: number | null;
  readonly p: number;
}

/** Reads a `result.json`. Throws where it is not one. */
export function readGateResult(json: unknown): GateResult {
  const { verdict, reasons, findings, others, design } = asRecord(json, 'result.json');
  if (typeof verdict !== 'string') throw new Error(`result.json has no verdict; got ${JSON.stringify(verdict)}.`);
  return {
    verdict,
    reasons: asList(reasons, 'reasons').map(String),
    findings: asList(findings, 'findings').map((finding, i) => readFinding(finding, `findings[${i}]`)),
    others: asList(others, 'others').map((other, i) => readFinding(other, `others[${i}]`)),
    design: design === null ? null : asRecord(design, 'design'),
  };
}

function readFinding(json: unknown, what: string): Finding {
  const finding = asRecord(json, what);
  const place = asRecord(finding.place, `${what}.place`);
  const edge = place.edge === undefined ? null : asRecord(place.edge, `${what}.place.edge`);
  return {
    metric: String(finding.metric),
    operation: textOrNull(place.operation),
    node: textOrNull(place.node),
    edge: edge === null ? null : { from: String(edge.from), to: String(edge.to) },
    baseline: asNumber(finding.baseline, `${what}.baseline`),
    candidate: asNumber(finding.candidate, `${what}.candidate`),
    ratio: finding.ratio === null ? null : asNumber(finding.ratio, `${what}.ratio`),
    p: asNumber(finding.p, `${what}.p`),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function asNumber(value: unknown, what: string): number {
  if (typeof value === 'number') return value;
  throw new Error(`${what} must be a number; got ${JSON.stringify(value)}.`);
}

function asList(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`result.json has no list of ${what}.`);
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`${what} must be an object; got ${JSON.stringify(value)}.`);
}
