import { isJsonObject, type JsonObject } from '../../trace/json-object.js';

/** The path that the document's first server puts before every path; empty where it puts none. */
export function basePath(root: JsonObject): string {
  const [server] = Array.isArray(root.servers) ? root.servers.filter(isJsonObject) : [];
  if (server === undefined || typeof server.url !== 'string') return '';
  const variables = isJsonObject(server.variables) ? server.variables : {};
  const url = server.url.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = variables[name];
    return isJsonObject(variable) && variable.default !== undefined ? String(variable.default) : whole;
  });
  const path = url
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/^[^/?#]+/, '')
    .replace(/[?#].*$/s, '');
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}
