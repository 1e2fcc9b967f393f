import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOutStep, pullRequestEvent } from '../../demo/runner-environment.js';
import type { InputName } from '../../src/input-list.js';
import { type Ended, runNode } from './process.js';

export interface ActionSettings {
  readonly inputs: Partial<Record<InputName, string>>;
  readonly githubUrl: string;
  readonly xrayUrl: string;
  /** Variables of the job beside its inputs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Fields of the event; a pull request by default. */
  readonly event?: Readonly<Record<string, unknown>>;
}

export interface ActionRun extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly folder: string;
  /** `result.json`; null where none was written. */
  readonly result: Result | null;
}

/** What the tests read of `result.json`. */
export interface Result {
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly findings: readonly { readonly metric: string; readonly place: Readonly<Record<string, unknown>> }[];
  readonly operations: readonly { readonly operation: string; readonly comparable: number }[];
  readonly coverage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly uncovered: readonly {
    readonly side: string;
    readonly causes: readonly { readonly kind: string; readonly remedy: string }[];
  }[];
}

export const PULL_REQUEST = 7;

/** Runs the bundled action as the runner does: a process, inputs and files in its environment, nothing else. */
export async function runAction({
  inputs,
  githubUrl,
  xrayUrl,
  environment,
  event,
}: ActionSettings): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'xray-gate-'));
  const reportPath = join(folder, 'report');
  const step = await layOutStep({
    folder,
    inputs: { 'aws-region': 'eu-west-1', 'report-path': reportPath, 'github-token': 'token', ...inputs },
    githubUrl,
    xrayApiUrl: xrayUrl,
    repository: 'octo/shop',
    event: event ?? pullRequestEvent(PULL_REQUEST),
  });
  const ended = await runNode(['dist/index.js'], { ...step.environment, ...environment });
  return {
    ...ended,
    folder,
    outputs: readOutputs(await readFile(step.outputPath, 'utf8')),
    summary: await readFile(step.summaryPath, 'utf8'),
    result: await readFile(join(reportPath, 'result.json'), 'utf8').then(JSON.parse, () => null),
  };
}

/** The runner's file commands: `name<<delimiter`, value, delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries(Array.from(outputs, ([, name, , value]) => [name!, value!]));
}
