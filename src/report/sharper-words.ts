import type { Sharper } from '../compare/sharper.js';
import { findingOf } from './finding.js';
import { findingWords, partsBelow } from './finding-words.js';
import type { Piece } from './part-words.js';

/**
 * `order-processor → order-lines is surely slower: p95 call 40.1 → 61.2 ms (+53 %, p 0.0005). The operation as a whole …`,
 * pieces with a space between two.
 */
export function sharperSentence({ part, whole }: Sharper): readonly Piece[] {
  const [partFinding, wholeFinding] = [findingOf(part, null), findingOf(whole, null)];
  const [ours, theirs] = [findingWords(partFinding), findingWords(wholeFinding)];
  const where = partsBelow(partFinding.place).map((text): Piece => ({ as: 'name', text }));
  const evidence = `${ours.what} ${ours.measured} (${ours.change}, ${ours.interval}, p ${ours.p})`;
  if (whole.state === 'regressed') {
    return [
      ...where,
      words(`shows it most clearly: ${evidence}, against ${theirs.change} (p ${theirs.p}) of the whole.`),
    ];
  }
  const tells = whole.state === 'inconclusive' ? 'scatters too much to tell' : 'does not show it';
  return [
    ...where,
    words(`is surely slower by itself: ${evidence}. The whole of`),
    { as: 'name', text: whole.place.operation },
    words(`${tells}: ${theirs.what} ${theirs.measured} (${theirs.change}, ${theirs.interval}).`),
  ];
}

function words(text: string): Piece {
  return { as: 'words', text };
}
