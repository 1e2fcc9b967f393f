import { html } from './escape.js';

/** Text that is markup already. Only this file makes it, so whatever else is interpolated was escaped. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type { Markup };

export type Interpolated = Markup | string | number | readonly Markup[];

/**
 * A tagged template for HTML and SVG. Strings are escaped for text and for quoted attributes, and cut where they are
 * longer than a name should be; numbers are printed to hundredths; markup, and lists of it, goes in as it is.
 */
export function markup(written: TemplateStringsArray, ...interpolated: readonly Interpolated[]): Markup {
  return new Markup(written.reduce((sofar, text, i) => `${sofar}${textOf(interpolated[i - 1] ?? '')}${text}`));
}

/** Whole sentences, escaped word by word: long text stays whole, an endless word in it does not. */
export function prose(sentences: string): Markup {
  return new Markup(sentences.trim().split(/\s+/u).map(html).join(' '));
}

/** A web address for a quoted attribute: never cut, since half of one leads nowhere. */
export function address(url: URL): Markup {
  return new Markup(url.href.replace(/[&"'<>]/g, html));
}

function textOf(value: Interpolated): string {
  if (typeof value === 'string') return html(value);
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return value instanceof Markup ? value.text : value.map(({ text }) => text).join('');
}
