import type { BothSides } from '../compare/alignment.js';
import type { ColdStarts } from '../compare/cold-starts.js';
import { formatMs, formatMsChange } from './format.js';

/** Cold starts in words and numbers. */
export interface ColdStartWords {
  /** `3 of 312 → 12 of 310` */
  readonly requests: string;
  /** `410 → 395 ms`, on average; `–` where a side had none. */
  readonly time: string;
  /** `15 + 15` */
  readonly setAside: string;
  /** `surely more often`; empty where the difference may be chance. */
  readonly surely: string;
}

export function coldStartWords({ cold, of, meanMs, setAside, change }: ColdStarts): ColdStartWords {
  return {
    requests: `${cold.baseline} of ${of.baseline} → ${cold.candidate} of ${of.candidate}`,
    time: timeWords(meanMs),
    setAside: `${setAside.baseline} + ${setAside.candidate}`,
    surely: change === null ? '' : `surely ${change === 'more' ? 'more' : 'less'} often`,
  };
}

/** One line for all operations; null where none had a cold start. */
export function coldStartsLine(all: readonly ColdStarts[]): string | null {
  const [first] = all;
  if (first === undefined) return null;
  const { requests, time, setAside, surely } = coldStartWords(all.length === 1 ? first : total(all));
  return `Cold starts: ${requests} requests${surely === '' ? '' : `, ${surely}`}, ${time}; set aside from times (${setAside})`;
}

function timeWords({ baseline, candidate }: ColdStarts['meanMs']): string {
  if (baseline !== null && candidate !== null) return formatMsChange(baseline, candidate);
  const words = (ms: number | null) => (ms === null ? '–' : formatMs(ms));
  return `${words(baseline)} → ${words(candidate)}`;
}

function total(all: readonly ColdStarts[]): ColdStarts {
  const sum = (of: (each: ColdStarts) => BothSides<number>): BothSides<number> => ({
    baseline: all.reduce((sofar, each) => sofar + of(each).baseline, 0),
    candidate: all.reduce((sofar, each) => sofar + of(each).candidate, 0),
  });
  const cold = sum((each) => each.cold);
  const ms = sum(({ cold, meanMs }) => ({
    baseline: cold.baseline * (meanMs.baseline ?? 0),
    candidate: cold.candidate * (meanMs.candidate ?? 0),
  }));
  return {
    operation: '',
    cold,
    of: sum((each) => each.of),
    meanMs: {
      baseline: cold.baseline === 0 ? null : ms.baseline / cold.baseline,
      candidate: cold.candidate === 0 ? null : ms.candidate / cold.candidate,
    },
    setAside: sum((each) => each.setAside),
    change: null,
    p: 1,
  };
}
