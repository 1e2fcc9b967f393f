import type { Placeholder, Template } from '../scenario/template.js';
import type { Step } from '../scenario/workload.js';
import { joined, type Part } from './parts.js';

/**
 * Path and query of a step, below the target's own path, as the gate's own driver would ask for them. Texts are encoded
 * already, so that an engine without a parser of URLs only has to encode the values.
 */
export function urlParts({ path, query }: Pick<Step, 'path' | 'query'>): Part[] {
  const templates = [path, ...query.map(({ value }) => value)];
  const mark = unusedMark(templates);
  const placeholders: Placeholder[] = [];
  const marked = (template: Template) =>
    template.map((part) => (typeof part === 'string' ? part : `${mark}${placeholders.push(part) - 1}-`)).join('');
  const url = new URL(`http://target${marked(path)}`);
  for (const { name, value } of query) url.searchParams.append(name, marked(value));
  const [pathname, search] = [url.pathname, url.search].map((text, i) =>
    text.split(new RegExp(`${mark}(\\d+)-`)).map((piece, j): Part => {
      if (j % 2 === 0) return piece;
      const { name, path } = placeholders[Number(piece)]!;
      // Fields that are added make URLs encode the whole query as forms are.
      return { name, path, as: i === 0 ? 'path' : query.length > 0 ? 'form' : 'query' };
    }),
  ) as [Part[], Part[]];
  return joined([...pathname, ...search]);
}

/** Stands for placeholders while the text around them is encoded; made of what no part of a URL encodes. */
function unusedMark(templates: readonly Template[]): string {
  const text = templates
    .flat()
    .filter((part) => typeof part === 'string')
    .join(' ');
  let mark = 'placeholder-';
  while (text.includes(mark)) mark = `x${mark}`;
  return mark;
}
