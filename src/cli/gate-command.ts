import { cloudWatchMetrics } from '../adapters/cloudwatch-metrics.js';
import { files } from '../adapters/files.js';
import { logText } from '../adapters/log-text.js';
import { inRealWorld } from '../adapters/real-world.js';
import { systemClock } from '../adapters/system-clock.js';
import { terminalProgress } from '../adapters/terminal.js';
import { readInputs } from '../inputs.js';
import { runGate } from '../main.js';
import { saveProfile, saveRequests, saveRun } from '../publish.js';
import { putMetrics } from '../put-metrics.js';
import { GATE_INPUTS } from './command-help.js';
import { parseFlags } from './flags.js';
import { tellReport } from './tell-report.js';

/** `gate`: the whole run, told to a person. Returns the exit code. */
export async function gateCommand(args: string[]): Promise<number> {
  const flags = { command: 'gate', valued: GATE_INPUTS, several: ['requests', 'baseline-profile'] };
  const settings = readInputs(parseFlags(args, flags));
  const outside = {
    history: { earlierVersions: async () => ({ lastDeployed: null, mergeBase: null }) },
    progress: terminalProgress(process.stderr, systemClock.nowMs),
    mask: () => {},
  };
  const run = await inRealWorld(settings, outside, (world) => runGate(settings, world));
  const { profile, saved, traffic } = run;
  const { report, log, warning } = await putMetrics(run.report, settings, cloudWatchMetrics(settings.awsRegion));
  for (const sentence of [log, warning]) if (sentence !== null) process.stderr.write(`${logText(sentence)}\n`);
  const exitCode = await tellReport(report, settings, false);
  await saveRun(saved, settings.reportPath, files);
  await saveRequests(traffic, settings.reportPath, files);
  await saveProfile(profile, settings, files);
  return exitCode;
}
