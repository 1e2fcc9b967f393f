import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalWorld } from '../../demo/local-world.js';
import type { Deployment } from '../../demo/shop-processes.js';
import { type Supervision, supervised } from '../../demo/supervised.js';
import { runNode } from '../support/process.js';
import { requireArtillery } from './require-artillery.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist/cli/index.js');
const SCENARIOS = join(ROOT, 'test/artillery/shop.yml');
const SLOTS = 150;

/**
 * Beyond one runner, with nothing pretended: the command line exports the traffic at v1 and v2-bad of the demo shop,
 * the real Artillery drives it, and the command line collects and judges what it sent. Exits with 1 unless the gate
 * finds the traces of both sides, and that the build is worse.
 */
async function main({ beforeLeaving, ...supervision }: Supervision): Promise<number> {
  const artillery = await requireArtillery(console.log);
  const world = await startLocalWorld(ROOT, ['v1', 'v2-bad'], { beforeLeaving, ...supervision });
  const [v1, v2] = world.deployments as [Deployment, Deployment];
  const folder = await mkdtemp(join(tmpdir(), 'xray-gate-artillery-'));
  beforeLeaving(() => rm(folder, { recursive: true, force: true }));
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    ARTILLERY_DISABLE_TELEMETRY: 'true',
    AWS_ENDPOINT_URL_XRAY: world.xray.apiUrl,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    SHOP_KEY: 'k-1',
  };
  const node = async (...args: string[]) => {
    const ended = await runNode(args, environment);
    console.log(`${ended.stdout}${ended.stderr}`);
    return ended;
  };
  const traffic = [
    '--url',
    v2.url,
    '--baseline-url',
    v1.url,
    '--scenarios',
    SCENARIOS,
    '--rate',
    '10',
    '--pairs',
    `${SLOTS}`,
  ];

  const { stdout } = await node(
    CLI,
    'export',
    'artillery',
    ...traffic,
    '--warm-up',
    '2s',
    '--output',
    join(folder, 'load'),
  );
  const runId = /--external-run ([0-9a-f]+)/.exec(stdout)?.[1] ?? '';
  const driven = await node(artillery, 'run', join(folder, 'load/artillery.yml'));
  if (driven.exitCode !== 0) throw new Error(`artillery run ended with exit code ${driven.exitCode}.`);

  const report = join(folder, 'report');
  const judge = ['--traffic', 'external', '--external-run', runId, '--version', v2.build, '--baseline', v1.build];
  await node(CLI, 'gate', ...traffic, ...judge, '--aws-region', 'eu-west-1', '--report-path', report);
  const result = JSON.parse(await readFile(join(report, 'result.json'), 'utf8'));
  console.log(
    JSON.stringify({ verdict: result.verdict, coverage: result.coverage, operations: result.operations }, null, 2),
  );
  const sides = [result.coverage.baseline, result.coverage.candidate];
  return result.verdict === 'regressed' && sides.every(({ complete }) => complete >= SLOTS) ? 0 : 1;
}

process.exitCode = await supervised(main);
