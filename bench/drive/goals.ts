/** What is to be reached, and whether it is. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  /** Null where it was not measured. */
  readonly figure: number | null;
  readonly reached: boolean | null;
}

export function atMost(what: string, limit: number, unit: string, figure: number | null | undefined): Goal {
  const measured = figure ?? null;
  return { what, goal: `≤ ${limit} ${unit}`, figure: measured, reached: measured === null ? null : measured <= limit };
}
