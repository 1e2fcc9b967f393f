/**
 * Names, URLs, annotations and error messages come from the application, and an application's names may come from its
 * users: everything of theirs passes through here on its way into Markdown, Mermaid or HTML.
 */

/** Longest name that is printed; what is longer is cut in the middle, since both ends of a name tell it apart. */
const LONGEST = 120;

// Control characters, and the marks that turn the direction of text around.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export function plain(text: string): string {
  const seen = text.replace(UNSEEN, ' ').trim();
  if (seen.length <= LONGEST) return seen;
  const characters = Array.from(seen);
  if (characters.length <= LONGEST) return seen;
  return `${characters.slice(0, LONGEST / 2).join('')}…${characters.slice(1 - LONGEST / 2).join('')}`;
}

/** Text that GitHub shows as it is: no markup, no mention, no link, no issue reference. */
export function markdown(text: string): string {
  return plain(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~:$]/g, (mark) => `\\${mark}`)
    .replace(/@/g, '&#64;')
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}&#46;`)
    .replace(/(?<![a-z\d])gh(?=-\d)/gi, (gh) => `${gh}${APART}`)
    .replace(/[\da-f]{40}/gi, (commit) => commit.match(/.{1,6}/g)!.join(APART));
}

/** GitHub looks for references in the page, where an entity is its character again; a comment parts them there, too. */
const APART = '<!-- -->';

/** Whole sentences, escaped word by word: long text stays whole, an endless word in it does not. */
export function markdownProse(sentences: string): string {
  return sentences.trim().split(/\s+/u).map(markdown).join(' ');
}

/** Text as inline code; the fence is longer than any run of backticks inside, and a table's bar is escaped. */
export function code(text: string): string {
  const seen = plain(text).replace(/\|/g, '¦');
  const longest = Math.max(0, ...Array.from(seen.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${seen}${fence}` : `${fence} ${seen} ${fence}`;
}

/** Text for a quoted label in a Mermaid diagram; never empty. */
export function mermaid(text: string): string {
  const escaped = plain(text)
    .replace(/#/g, '#35;')
    .replace(/&/g, '#amp;')
    .replace(/"/g, '#quot;')
    .replace(/</g, '#lt;')
    .replace(/>/g, '#gt;')
    // Mermaid reads directives, `%%{ … }%%`, anywhere in a diagram, before it reads labels.
    .replace(/[%{}']/g, (mark) => `#${mark.charCodeAt(0)};`)
    .replace(/[`\\]/g, ' ');
  return escaped === '' ? ' ' : escaped;
}

export function html(text: string): string {
  return plain(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
