import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareCommand } from '../../src/cli/compare-command.js';
import { type EdgePolicy, NO_POLICY } from '../../src/compare/edge-policy.js';
import { oneStage } from '../../src/compare/evidence.js';
import { writeRun } from '../../src/saved-run.js';
import { simulatedPairs } from '../support/simulated-run.js';

const DENY: EdgePolicy = {
  names: [],
  day: '2026-11-21',
  rules: [
    {
      effect: 'deny',
      from: '*',
      to: 'legacy',
      reason: 'gone',
      owner: null,
      until: null,
      place: 'edges.deny[0], line 3',
    },
  ],
};

async function aRun(run: string, seed: number, policy: EdgePolicy): Promise<string> {
  const { baseline, candidate } = simulatedPairs({ requests: 60, seed });
  const path = join(await mkdtemp(join(tmpdir(), 'xray-gate-')), 'run.json');
  const inputs = {
    tolerances: { typical: 0.05, p95: 0.1, faults: 0.005, floorMs: 2 },
    resolution: 0.25,
    minimumTraces: 30,
    minimumCoverage: 0.9,
    failOnNewEdges: true,
  };
  const evidence = oneStage({ baseline: { ...baseline, run }, candidate: { ...candidate, run } });
  const about = { candidateVersion: 'v2', baselineChoice: 'driven side by side', timelines: [], awsRegion: null };
  await writeFile(path, writeRun({ ...about, seed, inputs, policy, evidence }));
  return path;
}

test.each([
  ['other rules', NO_POLICY.rules, DENY.day],
  ['the rules of another day', DENY.rules, '2026-11-22'],
])('runs with %s are not pooled', async (_, rules, day) => {
  const [one, two] = [await aRun('a', 1, { ...DENY, rules, day }), await aRun('b', 2, DENY)];
  await expect(compareCommand(['--run', one, '--run', two])).rejects.toThrow(
    `not all of them had the same rules for edges and names on the same day (${day}, 2026-11-21).`,
  );
});
