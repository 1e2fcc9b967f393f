/** A region, an account, or both, whose X-Ray has traces. Several make up what a run knows of its requests. */
export interface Source {
  /** What the log and errors call it. */
  readonly name: string;
  /** Null: the job's. */
  readonly region: string | null;
  /** Taken on to read; null: the job's credentials read. */
  readonly role: SourceRole | null;
  /** Of X-Ray, such as a VPC endpoint's; null: that of the region. */
  readonly endpoint: string | null;
}

export interface SourceRole {
  readonly arn: string;
  /** What the role's trust policy asks for beside who asks; null where it asks for nothing. */
  readonly externalId: string | null;
}

/** The account that a source is; null where that is not known: the job's own. */
export function accountOf({ role }: Source): string | null {
  return role === null ? null : (role.arn.split(':')[4] ?? null);
}
