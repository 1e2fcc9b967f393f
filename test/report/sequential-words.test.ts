import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import type { Sequential } from '../../src/compare/sequential.js';
import { reasonText } from '../../src/report/reason-text.js';
import { chanceSentence, sequentialNote, sequentialSentences } from '../../src/report/sequential-words.js';

const ONE_RUN: Sequential = { runs: 1, setAside: 0, shift: null, common: null };
const HISTORY: Sequential = { runs: 6, setAside: 1, shift: 0.043, common: { ratio: 1.12, controls: 4 } };

const change: Change = {
  state: 'inconclusive',
  metric: 'typical',
  place: { operation: 'POST /orders', node: null, edge: null },
  baseline: 100,
  candidate: 120,
  ratio: 1.2,
  interval: [0.9, 1.6],
  intervalOf: 'ratio',
  tolerance: 0.05,
  p: 0.5,
  samples: { baseline: 100, candidate: 100 },
  testable: true,
  detectable: null,
  needs: null,
  first: null,
};

describe('a comparison of runs one after the other', () => {
  test('says what the earlier runs and the controls told', () => {
    expect(sequentialSentences({ sequential: HISTORY })).toEqual([
      'The baseline is 6 earlier runs; 1 more, off as a whole, left out; between which a typical time of unchanged code shifts by 4.3 % (standard deviation, beyond chance).',
      "The 4 places that the change cannot have touched moved together, by +12 %: the candidate's times are given without this common shift.",
    ]);
  });

  test('says what too few runs cannot tell, and that controls stayed', () => {
    const sequential = { ...ONE_RUN, runs: 3, common: { ratio: 1, controls: 5 } };
    expect(sequentialSentences({ sequential })).toEqual([
      'The baseline is 3 earlier runs; too few to tell how much unchanged code shifts between runs, which takes 5.',
      'The 5 places that the change cannot have touched did not move together.',
    ]);
  });

  test('of one run without controls, and in pairs, has nothing to add', () => {
    expect(sequentialSentences({ sequential: ONE_RUN })).toEqual([]);
    expect(sequentialSentences({ sequential: null })).toEqual([]);
  });

  test('says by how much a time must differ', () => {
    expect(sequentialNote({ sequential: ONE_RUN, nullMargin: 0.15 })).toContain('only differences beyond 15.0 % count');
    expect(sequentialNote({ sequential: HISTORY, nullMargin: 0.03 })).toContain(
      "differ by more than the baseline's 6 earlier runs differ from each other, which is 4.3 % for a typical time",
    );
  });

  test('promises no more than it can', () => {
    const chance = { alpha: 0.05, alphaAtMargin: 0.05, nullMargin: 0.15 };
    expect(chanceSentence({ ...chance, sequential: null })).toContain('at most 5.0 %');
    expect(chanceSentence({ ...chance, sequential: HISTORY })).toContain('approximately 5.0 %, if runs');
    expect(chanceSentence({ ...chance, sequential: ONE_RUN })).toContain('by no more than 15.0 %');
  });

  test('does not promise that more requests help where runs are what differs', () => {
    expect(reasonText({ kind: 'undecided', change, runsDiffer: true })).toContain('"baseline-url"');
    expect(reasonText({ kind: 'undecided', change, runsDiffer: false })).toContain('More requests would narrow it');
  });

  test('says that the environment changed, and what would help', () => {
    const text = reasonText({ kind: 'environment changed', common: { ratio: 1.4, controls: 3 } });
    expect(text).toContain('3 places that the change cannot have touched moved together, by +40 %');
    expect(text).toContain('"baseline-url"');
  });
});
