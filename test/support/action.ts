import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputName } from '../../src/inputs.js';
import { type Ended, runNode } from './process.js';

export interface ActionSettings {
  readonly inputs: Partial<Record<InputName, string>>;
  readonly githubUrl: string;
  /** Null: AWS's own, which a test must not reach. */
  readonly xrayUrl: string;
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
  readonly coverage: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const PULL_REQUEST = 7;

/** Runs the bundled action as the runner does: a process, inputs and files in its environment, nothing else. */
export async function runAction({ inputs, githubUrl, xrayUrl, event }: ActionSettings): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'xray-gate-'));
  const file = async (name: string, content = '') => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const pullRequest = {
    pull_request: { number: PULL_REQUEST, base: { sha: 'b'.repeat(40) }, head: { sha: 'a'.repeat(40) } },
  };
  const outputPath = await file('output.txt');
  const summaryPath = await file('summary.md');
  const given = { 'report-path': join(folder, 'report'), 'github-token': 'token', ...inputs };
  const ended = await runNode(['dist/index.js'], {
    HOME: folder,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    AWS_ENDPOINT_URL_XRAY: xrayUrl,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: githubUrl,
    GITHUB_GRAPHQL_URL: `${githubUrl}/graphql`,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(event ?? pullRequest)),
    GITHUB_OUTPUT: outputPath,
    GITHUB_STEP_SUMMARY: summaryPath,
  });
  return {
    ...ended,
    folder,
    outputs: readOutputs(await readFile(outputPath, 'utf8')),
    summary: await readFile(summaryPath, 'utf8'),
    result: await readFile(join(folder, 'report/result.json'), 'utf8').then(JSON.parse, () => null),
  };
}

/** The runner's file commands: `name<<delimiter`, value, delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries(Array.from(outputs, ([, name, , value]) => [name!, value!]));
}
