import { blameLine, undividedSentence } from './blame-words.js';
import { plain } from './escape.js';
import type { Piece } from './part-words.js';
import type { Compared } from './report.js';
import { sharperSentence } from './sharper-words.js';

/** For a log: `POST /orders: p95 212 → 287 ms (+75): DynamoDB Query on order-lines in api +61, not explained +14`. */
export function blameLines({ blame, sharper, undivided }: Pick<Compared, 'blame' | 'sharper' | 'undivided'>): string[] {
  const slower = blame
    .filter(({ state }) => state === 'regressed')
    .map((each) => {
      const { whole, parts } = blameLine(each);
      const divided = parts.map(({ what, change }) => `${plainPieces(what)} ${change}`).join(', ');
      return `${plain(each.operation)}: ${whole}: ${divided}.`;
    });
  const more = undividedSentence({ undivided });
  return [...slower, ...(more === null ? [] : [more]), ...sharper.map((each) => plainPieces(sharperSentence(each)))];
}

function plainPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ as, text }) => (as === 'name' ? plain(text) : words(text))).join(' ');
}

/** Whole sentences, of which a word may be the application's. */
function words(text: string): string {
  return text.split(/\s+/u).map(plain).join(' ');
}
