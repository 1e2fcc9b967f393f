import { GateError } from '../errors.js';
import { type Members, readMembers } from '../scenario/members.js';
import type { Outside } from '../scenario/outside.js';
import type { Part } from '../scenario/part.js';
import { Problems } from '../scenario/problems.js';
import { type ReadWorkload, readWorkload, WORKLOAD_KEYS } from '../scenario/scenario-file.js';
import { unusable } from '../scenario/text-file.js';
import { readYaml } from '../scenario/yaml-document.js';
import { NO_EDGE_RULES, readEdgeRules } from './edge-policy-section.js';
import { NO_NAME_RULES, readNameRules } from './name-rules-section.js';
import { NO_SOURCES, readSources } from './sources-section.js';

/** Read without being named, where it is there. */
export const USUAL_GATE_FILE = '.github/xray-gate.yml';

/**
 * What a gate file may have beside what is to be sent, a line each: how the section is read, and what holds without it.
 * A reader notes what is wrong; what it returns then is of no use.
 */
const SECTIONS = {
  sources: section(readSources, NO_SOURCES),
  edges: section(readEdgeRules, NO_EDGE_RULES),
  names: section(readNameRules, NO_NAME_RULES),
};

/** What a gate file says beside what is to be sent: each section's value. */
export type GateConfiguration = {
  readonly [Name in keyof typeof SECTIONS]: (typeof SECTIONS)[Name]['absent'];
};

/** That of a run without a gate file. */
export const NO_CONFIGURATION: GateConfiguration = configurationIn(new Map(), new Problems());

export interface GateFile {
  /** Null where it has no scenarios, or they were not read. */
  readonly read: ReadWorkload | null;
  readonly configuration: GateConfiguration;
}

/** Whether scenarios are read: not where they are not sent, since their secrets may not be there. */
export type ScenariosWanted = 'required' | 'optional' | 'left alone';

const FILE = { of: 'the file', known: [...WORKLOAD_KEYS, ...Object.keys(SECTIONS)] };

/**
 * Reads the text of a gate file, such as `.github/xray-gate.yml`. Rejects with a GateError that tells everything that is
 * wrong with it, whichever section it is of.
 */
export async function readGateFile(
  text: string,
  path: string,
  outside: Outside,
  scenarios: ScenariosWanted = 'required',
): Promise<GateFile> {
  const reason = unusable(text);
  if (reason !== null) throw new GateError(`The file ${path} ${reason}.`, 'Check that it is the right file.');
  const problems = new Problems();
  const part = readYaml(text, problems);
  const members = part === null ? null : readMembers(part, FILE, problems);
  if (part === null || members === null) throw problems.error(path);
  const isRead = wantsScenarios(members, part, scenarios, problems);
  const read = isRead ? await readWorkload(members, part, path, outside, problems) : null;
  const configuration = configurationIn(members, problems);
  problems.throwIfAny(path);
  return { read, configuration };
}

/** Variables, headers and authorization are of no use without scenarios: somebody forgot these. */
function wantsScenarios(members: Members, part: Part, wanted: ScenariosWanted, problems: Problems): boolean {
  if (wanted === 'left alone') return false;
  if (wanted === 'required' || members.has('scenarios')) return true;
  const [alone] = WORKLOAD_KEYS.filter((key) => members.has(key));
  if (alone !== undefined) problems.add(part.place, `has no scenarios, which ${alone} is for. Add the key scenarios.`);
  return false;
}

function section<T>(read: (part: Part, problems: Problems) => T, absent: T) {
  return { read, absent };
}

function configurationIn(members: Members, problems: Problems): GateConfiguration {
  const values = Object.entries(SECTIONS).map(([name, { read, absent }]) => {
    const part = members.get(name);
    return [name, part === undefined ? absent : read(part, problems)];
  });
  return Object.fromEntries(values) as GateConfiguration;
}
