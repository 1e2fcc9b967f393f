/** One request of an `.http` file, its texts with the placeholders as they are written. */
export interface WrittenRequest {
  /** Of `# @name`, by which other requests refer to its answer. */
  readonly name: string | null;
  /** Of the `###` line before it. */
  readonly title: string | null;
  /** Of the request line; from 1. */
  readonly line: number;
  readonly method: string;
  readonly target: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: WrittenBody | null;
  /** Names that the editor asks for: `# @prompt name`. */
  readonly prompts: readonly string[];
  /** Of the answer's handler, without `{%` and `%}`; empty where there is none. */
  readonly handler: string;
  /** What the block has and this reader does not know, as half a sentence. */
  readonly unknown: string | null;
}

export type WrittenBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string; readonly replacesPlaceholders: boolean };

export interface HttpFile {
  readonly requests: readonly WrittenRequest[];
  /** Of `@name = value`, wherever they stand; the last one counts. */
  readonly variables: ReadonlyMap<string, string>;
}
