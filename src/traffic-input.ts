import { USUAL_GATE_FILE } from './gate-file/gate-file.js';
import { INPUTS } from './input-list.js';
import type { InputReader } from './input-reader.js';
import { readRequestLines } from './scenario/request-line.js';
import type { Scenario } from './scenario/workload.js';

/** Scenarios from the lines of `requests`; or from a file: one that is named, or the usual one where it is there. */
export interface TrafficWish {
  readonly lines: readonly Scenario[];
  readonly file: { readonly path: string; readonly mustExist: boolean } | null;
}

/** The lines of "requests", or the file of "scenarios"; the usual file goes before the default line. */
export function readTraffic(read: InputReader): TrafficWish {
  const path = read.text('scenarios');
  // The runner gives an input's default as if it had been written.
  const isDefault = read.text('requests') === INPUTS.requests.default;
  if (path !== null && !isDefault) {
    read.problem('Inputs "requests" and "scenarios" both say what to send. Keep one of them.');
  }
  if (path !== null) return { lines: [], file: { path, mustExist: true } };
  return { lines: requestLines(read), file: isDefault ? { path: USUAL_GATE_FILE, mustExist: false } : null };
}

function requestLines(read: InputReader): Scenario[] {
  const lines = readRequestLines(read.required('requests'));
  for (const line of lines) {
    if (line.kind === 'wrong') {
      read.problem(
        `Input "requests" has a line that ${line.reason}; got "${line.line}". Write it as 3 POST /orders or 1 GET /orders/42.`,
      );
    }
  }
  if (lines.length === 0) read.wrong('requests', 'at least one line of weight, method and path', '', '1 GET /health');
  return lines.flatMap((line) => (line.kind === 'scenario' ? [line.scenario] : []));
}

/** The id is that of an exported script: when it was written in epoch seconds, and chance, in hexadecimal digits. */
export function readExternalRun(read: InputReader): string | null {
  const external = read.oneOf('traffic', ['drive', 'external']) === 'external';
  const id = read.text('external-run');
  if (!external) {
    if (id !== null) read.problem('Input "external-run" goes with "traffic": external.');
    return null;
  }
  if (id !== null && /^[0-9a-f]{16}$/.test(id)) return id;
  read.wrong('external-run', 'the id of a run, 16 hexadecimal digits', id ?? '', 'the command "export" printed it');
  return null;
}
