/** The documents that are imported. */
export type DocumentKind = 'openapi' | 'har' | 'http';

const REQUEST_LINE =
  /^((?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?:https?:\/\/|\/|\{\{|[\w.-]+(?::\d+)?\/)|https?:\/\/\S+\s*$)/;

/** By its content, then by its extension; null where neither tells. */
export function kindOfDocument(text: string, path: string): DocumentKind | null {
  return byContent(text.replace(/^\uFEFF/, '')) ?? byExtension(path);
}

function byContent(text: string): DocumentKind | null {
  // Top-level keys, as far as a text that may be broken tells them: the first key in braces, a line's start in YAML.
  if (/^\s*\{/.test(text)) {
    if (/^\s*\{\s*"log"\s*:\s*\{/.test(text)) return 'har';
    return /^\s*\{[^{}[\]]*"(openapi|swagger)"\s*:\s*"/.test(text) ? 'openapi' : byJson(text);
  }
  if (/^(["']?)(openapi|swagger)\1\s*:\s/m.test(text)) return 'openapi';
  return REQUEST_LINE.test(firstRequestLine(text)) ? 'http' : null;
}

/** Where another key comes first. */
function byJson(text: string): DocumentKind | null {
  try {
    const { openapi, swagger, log } = JSON.parse(text);
    if (openapi !== undefined || swagger !== undefined) return 'openapi';
    return Array.isArray(log?.entries) ? 'har' : null;
  } catch {
    return null;
  }
}

/** The first line that is neither blank nor a comment nor a variable of an `.http` file. */
function firstRequestLine(text: string): string {
  for (const [line] of text.matchAll(/^.*$/gm)) {
    if (!/^\s*($|#|\/\/|@[^\s=]+\s*=)/.test(line)) return line;
  }
  return '';
}

function byExtension(path: string): DocumentKind | null {
  if (/\.har$/i.test(path)) return 'har';
  return /\.(http|rest)$/i.test(path) ? 'http' : null;
}
