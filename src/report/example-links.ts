import type { Examples } from '../compare/examples.js';
import { MOST_ILLUSTRATED } from './drawn-traces.js';
import { code } from './escape.js';
import { address, type Markup, markup } from './markup.js';
import type { Report } from './report.js';
import { traceLink } from './trace-link.js';

/** A trace's id, linked to the console where the trace is there. */
export function traceMarkup(region: string | null, traceId: string): Markup {
  const link = traceLink(region, traceId);
  return link === null
    ? markup`<code>${traceId}</code>`
    : markup`<a href="${address(new URL(link))}" rel="noopener noreferrer"><code>${traceId}</code></a>`;
}

/** For the page: a line each, the last with a link to where they are drawn, if they are. */
export function exampleLines(region: string | null, examples: Examples | null, anchor: string | null): Markup[] {
  if (examples === null) return [];
  const drawn = anchor === null ? [] : markup` · <a href="#${anchor}">timelines</a>`;
  return named(examples).map(
    ({ name, traceId }, i, all) =>
      markup`<small class="example">${name} ${traceMarkup(region, traceId)}${i === all.length - 1 ? drawn : []}</small>`,
  );
}

/** For the comment, as short as it can be: `typical trace · worst trace`. */
export function exampleWords(region: string | null, examples: Examples | null): string[] {
  if (examples === null) return [];
  return named(examples).map(({ name, traceId }) => {
    const link = traceLink(region, traceId);
    return link === null ? `${name} ${code(traceId)}` : `[${name}](${link})`;
  });
}

/**
 * Where the timelines of the n-th finding are, inside what may be folded, so that a link to it unfolds it; null where it has
 * none.
 */
export function exampleAnchor({ timelines }: Pick<Report, 'timelines'>, index: number): string | null {
  return timelines.length === 0 || index >= MOST_ILLUSTRATED ? null : `example-${index + 1}`;
}

function named({ typical, worst }: Examples): { readonly name: string; readonly traceId: string }[] {
  const sole = typical.candidate === worst.candidate;
  return sole
    ? [{ name: 'only trace', traceId: worst.candidate }]
    : [
        { name: 'typical trace', traceId: typical.candidate },
        { name: 'worst trace', traceId: worst.candidate },
      ];
}
