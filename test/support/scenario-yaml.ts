import { readGateFile } from '../../src/gate-file/gate-file.js';
import type { Outside } from '../../src/scenario/outside.js';
import { ScenarioError } from '../../src/scenario/problems.js';
import type { ReadWorkload } from '../../src/scenario/scenario-file.js';
import type { Step } from '../../src/scenario/workload.js';
import { fakeOutside } from './fake-outside.js';

/** What is read of this text as `.github/xray-gate.yml`. */
export async function readYamlText(text: string, outside: Outside = fakeOutside()): Promise<ReadWorkload> {
  const { read } = await readGateFile(text, '.github/xray-gate.yml', outside);
  return read as ReadWorkload;
}

/** What is wrong with it, a sentence each; none where nothing is. */
export async function problemsOf(text: string, outside?: Outside): Promise<readonly string[]> {
  try {
    await readYamlText(text, outside);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}

/** The steps of its first scenario. */
export async function stepsOf(text: string, outside?: Outside): Promise<readonly Step[]> {
  return (await readYamlText(text, outside)).workload.scenarios[0]!.steps;
}
