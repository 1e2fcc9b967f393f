import { type Markup, markup, prose } from './markup.js';
import type { Piece } from './part-words.js';

/** Names set apart, a space between two pieces. */
export function piecesMarkup(pieces: readonly Piece[]): Markup {
  return markup`${pieces.map(({ as, text }, i) => {
    const piece = as === 'name' ? markup`<code>${text}</code>` : prose(text);
    return i === 0 ? piece : markup` ${piece}`;
  })}`;
}
