import type { EdgeRule } from '../compare/edge-policy.js';
import { stormWords } from '../drive/reach.js';
import type { RunHealth } from '../drive/run-health.js';
import { formatMs } from './format.js';
import type { Report } from './report.js';
import { sequentialNote } from './sequential-words.js';
import { shortcomingSentences } from './shortcoming-notes.js';

/** Something that limits what the report says. */
export interface Note {
  readonly kind: 'note' | 'warning';
  /** Plain text, whole sentences. */
  readonly text: string;
}

/** What a reader must know before believing the figures. */
export function notesOf({ compared, run }: Report): Note[] {
  const notes: Note[] = [];
  if (compared?.design === 'sequential') {
    notes.push({
      kind: 'note',
      text: sequentialNote(compared),
    });
  }
  if (run.unversioned.length > 0) {
    notes.push({
      kind: 'warning',
      text: `No trace of the ${run.unversioned.join(' and the ')} names a version, so it was not checked which build answered. Annotate the root segment (input "version-annotation").`,
    });
  }
  notes.push(...expiredNote(compared?.graph.expired ?? []));
  const lost = lostSegments(run.clientSegments);
  if (lost !== null) notes.push({ kind: 'note', text: lost });
  for (const text of run.collected === null ? [] : shortcomingSentences(run.collected.shortcomings)) {
    notes.push({ kind: 'warning', text });
  }
  for (const storm of run.driven?.storms ?? []) {
    notes.push({
      kind: 'warning',
      text: `The run ended early: ${stormWords(storm)}. What it had seen by then decides.`,
    });
  }
  const late = run.driven === null ? null : lateNote(run.driven.health);
  if (late !== null) notes.push({ kind: 'warning', text: late });
  return notes;
}

const MOST_RULES = 5;

/** One note for all rules that are over, so that many of them do not push the findings out of a comment. */
function expiredNote(rules: readonly EdgeRule[]): Note[] {
  const [first, ...more] = rules;
  if (first === undefined) return [];
  if (more.length === 0) {
    const { until, owner, place } = first;
    const of = owner === null ? '' : ` (${owner})`;
    const text = `The rule that ${ruled(first)}${of} ended on ${until} and no longer applies: ${place} of the gate file. Renew or remove it.`;
    return [{ kind: 'warning', text }];
  }
  const named = rules.slice(0, MOST_RULES).map((rule) => {
    const { until, owner, place } = rule;
    return `what ${ruled(rule)} (${[...(owner === null ? [] : [owner]), `until ${until}`, place].join(', ')})`;
  });
  const left = rules.length - named.length;
  const all = [...named, ...(left > 0 ? [`${left} more`] : [])].join('; ');
  return [
    {
      kind: 'warning',
      text: `${rules.length} rules of the gate file ended and no longer apply: ${all}. Renew or remove them.`,
    },
  ];
}

/** `denies api → legacy-*` */
function ruled({ effect, from, to }: EdgeRule): string {
  return `${effect === 'deny' ? 'denies' : 'allows'} ${from} → ${to}`;
}

function lostSegments(segments: Report['run']['clientSegments']): string | null {
  if (segments === null || segments.lost === 0) return null;
  const { taken, lost, because } = segments;
  return `X-Ray did not take ${lost} of the gate's own ${taken + lost} segments (${because}). Later runs do not find these requests by their version.`;
}

function lateNote({ state, lateP99Ms }: RunHealth): string | null {
  const late = `1 request in 100 left more than ${formatMs(lateP99Ms)} late`;
  switch (state) {
    case 'on time':
      return null;
    case 'generator saturated':
      return `The generator was saturated: ${late}. Times may tell of the runner. Lower "rate", or use a larger runner.`;
    case 'target stalled':
      return `The target stalled: as many requests as may be under way at once waited for their answers, and ${late}. The runner kept pace.`;
  }
}
