import { isJsonObject, type JsonObject } from '../../trace/json-object.js';

/** One operation of a document, with what its path says for all of them. */
export interface Operation {
  /** In capitals. */
  readonly method: string;
  /** As the document's `paths` has it: `/orders/{id}`. */
  readonly path: string;
  readonly definition: JsonObject;
  readonly parameters: readonly JsonObject[];
}

/** `GET /orders/{id}` */
export function operationName({ method, path }: Operation): string {
  return `${method} ${path}`;
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'];

/** The operations of a document in its order. */
export function operationsOf(root: JsonObject): Operation[] {
  const paths = isJsonObject(root.paths) ? root.paths : {};
  return Object.entries(paths).flatMap(([path, definitions]) => {
    if (!path.startsWith('/') || !isJsonObject(definitions)) return [];
    return METHODS.flatMap((method): Operation[] => {
      const definition = definitions[method];
      if (!isJsonObject(definition)) return [];
      const parameters = parametersOf(definitions.parameters, definition.parameters);
      return [{ method: method.toUpperCase(), path, definition, parameters }];
    });
  });
}

/** An operation's parameter stands for the path's of the same name and place. */
function parametersOf(ofPath: unknown, ofOperation: unknown): JsonObject[] {
  const parameters = [ofPath, ofOperation].flatMap((list) => (Array.isArray(list) ? list.filter(isJsonObject) : []));
  return [...new Map(parameters.map((parameter, index) => [identity(parameter, index), parameter])).values()];
}

function identity({ name, in: place }: JsonObject, index: number): string {
  return JSON.stringify(typeof name === 'string' ? [name, place] : [index]);
}
