/** @scalar/openapi-parser names this package in its types and does not depend on it. */
declare module '@scalar/types/utils' {
  export type UnknownObject = Record<string, unknown>;
}
