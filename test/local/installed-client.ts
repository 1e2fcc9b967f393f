import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { LocalXRay } from '../../src/local/local-xray.js';

const run = promisify(execFile);

/** Whether the command runs on this machine, which need not have what is not a package of this project. */
export function usable(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** What `aws xray` prints, as JSON; null where it prints nothing. */
export async function awsCli(xray: LocalXRay, ...args: string[]) {
  const { stdout } = await run('aws', ['xray', ...args, '--output', 'json'], { env: environment(xray) });
  return JSON.parse(stdout.trim() || 'null');
}

/** What a script with a boto3 `client` and its arguments in `args` leaves in `answer`. Times are seconds. */
export async function boto3(xray: LocalXRay, script: string, ...args: string[]): Promise<unknown> {
  const program = `${BEFORE}\n${script}\n${AFTER}`;
  const { stdout } = await run('python3', ['-c', program, ...args], { env: environment(xray) });
  return JSON.parse(stdout);
}

const BEFORE = `
import json, sys, boto3
from botocore.exceptions import ClientError
client, args = boto3.client('xray'), sys.argv[1:]
def code_of(call, **input):
    try:
        call(**input)
    except ClientError as error:
        return error.response['Error']['Code']`;
const AFTER = 'print(json.dumps(answer, default=lambda time: time.timestamp()))';

/** The environment of a client of AWS that reaches only the local X-Ray. */
function environment(xray: LocalXRay): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AWS_ENDPOINT_URL_XRAY: xray.apiUrl,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_PAGER: '',
  };
}
