/** What reading scenarios asks of the outside. */
export interface Outside {
  /** UTF-8 text; null where there is no such file. Rejects with a GateError where it cannot be read. */
  readonly readText: (path: string) => Promise<string | null>;
  /** A variable of the process; undefined where it is not set. */
  readonly variable: (name: string) => string | undefined;
}
