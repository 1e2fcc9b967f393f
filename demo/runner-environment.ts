import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface StepSettings {
  /** Where the runner's files are laid out; made if missing. */
  readonly folder: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly githubUrl: string;
  readonly xrayApiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The event's payload. */
  readonly event: Readonly<Record<string, unknown>>;
}

export interface Step {
  readonly environment: Readonly<Record<string, string>>;
  /** The file commands' files. */
  readonly outputPath: string;
  readonly summaryPath: string;
}

const HEAD_SHA = 'c0ffee0000000000000000000000000000000002';
const BASE_SHA = 'c0ffee0000000000000000000000000000000001';

/** The payload of a pull request's event, as far as actions read it. */
export function pullRequestEvent(number: number): Readonly<Record<string, unknown>> {
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      state: 'open',
      head: { ref: 'feature', sha: HEAD_SHA },
      base: { ref: 'main', sha: BASE_SHA },
    },
  };
}

/**
 * What GitHub's runner gives a step: inputs, files and variables, and nothing of this machine's environment but PATH.
 * X-Ray and GitHub are local servers; the AWS credentials are made up.
 */
export async function layOutStep(settings: StepSettings): Promise<Step> {
  const { folder, inputs, githubUrl, xrayApiUrl, repository, event } = settings;
  const temp = join(folder, 'temp');
  await mkdir(temp, { recursive: true });
  const file = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const outputPath = await file('output.txt', '');
  const summaryPath = await file('step-summary.md', '');
  return {
    outputPath,
    summaryPath,
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      AWS_ENDPOINT_URL_XRAY: xrayApiUrl,
      AWS_ACCESS_KEY_ID: 'demo',
      AWS_SECRET_ACCESS_KEY: 'demo',
      AWS_EC2_METADATA_DISABLED: 'true',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: githubUrl,
      GITHUB_GRAPHQL_URL: `${githubUrl}/graphql`,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: await file('event.json', JSON.stringify(event)),
      GITHUB_OUTPUT: outputPath,
      GITHUB_STEP_SUMMARY: summaryPath,
      GITHUB_REPOSITORY: repository,
      GITHUB_SHA: HEAD_SHA,
      GITHUB_RUN_ID: '4242',
      GITHUB_RUN_ATTEMPT: '1',
    },
  };
}
