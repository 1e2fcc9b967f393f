import { formatMs } from './format.js';
import type { Report } from './report.js';
import { sequentialNote } from './sequential-words.js';

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
  if (run.driven?.health.saturated) {
    notes.push({
      kind: 'warning',
      text: `The generator was saturated: 1 request in 100 left more than ${formatMs(run.driven.health.lateP99Ms)} late. Times may tell of the runner. Lower "rate", or use a larger runner.`,
    });
  }
  return notes;
}
