/** A scenario file as plain values: what an importer writes; the reader of scenario files checks it. */
export interface ScenarioDocument {
  readonly variables?: Readonly<Record<string, VariableSource>>;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly auth?: AuthEntry;
  /** At least one. */
  readonly scenarios: readonly ScenarioEntry[];
}

/** Texts are templates without placeholders. A list is one of its values; other objects are therefore in lists. */
export type VariableSource =
  | string
  | number
  | boolean
  | readonly unknown[]
  | { readonly from: number; readonly to: number }
  /** The name of an environment variable. */
  | { readonly secret: string };

export type AuthEntry =
  | 'none'
  | { readonly bearer: string }
  | { readonly basic: { readonly user: string; readonly password: string } }
  | { readonly 'api-key': { readonly header: string; readonly value: string } }
  | { readonly 'api-key': { readonly query: string; readonly value: string } }
  | {
      readonly oauth: Readonly<Record<'token-url' | 'client-id' | 'client-secret', string>> & {
        readonly scope?: string;
      };
    }
  | { readonly sigv4: { readonly service: string; readonly region?: string } };

/** One request on its own, or a flow of several. */
export type ScenarioEntry =
  | (StepEntry & { readonly name?: string; readonly weight?: number })
  | { readonly name: string; readonly weight?: number; readonly steps: readonly StepEntry[] };

/** Texts are templates: `{{name}}` is a placeholder and `\{{` is `{{`. */
export interface StepEntry extends BodyEntry {
  /** Pause before the request, such as `500ms`. */
  readonly think?: string;
  /** Method and path: `GET /orders/{{order}}`. */
  readonly request: string;
  /** Name in reports where it is not the request itself. */
  readonly operation?: string;
  /** A list gives a field several times. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly auth?: AuthEntry;
  readonly expect?: Expectation | readonly Expectation[];
  /** JSON pointer, or `header <name>`, by the name of the variable that it becomes. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** At most one of them. */
export interface BodyEntry {
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  readonly 'body-file'?: string;
}

/** A status, or a class of them: `2xx`. */
export type Expectation = number | string;

/** A document that was read as scenarios. */
export interface Imported {
  readonly document: ScenarioDocument;
  /** A sentence each, for the user: what was not taken over and why, and what the file needs before it can run. */
  readonly leftOut: readonly string[];
}

/**
 * The text of another file that a document refers to, by its path as the document's own path and the reference give
 * it together. Throws where there is none. Never asked for an address on the network.
 */
export type ReadReferenced = (path: string) => Promise<string>;
