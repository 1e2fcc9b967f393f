import { cloudWatchMetrics } from './adapters/cloudwatch-metrics.js';
import { files } from './adapters/files.js';
import { githubHistory, pullRequestComments } from './adapters/github.js';
import { logProgress } from './adapters/log-progress.js';
import { inRealWorld } from './adapters/real-world.js';
import { runner } from './adapters/runner.js';
import { systemClock } from './adapters/system-clock.js';
import { describeError, GateError } from './errors.js';
import { readInputs, type Settings } from './inputs.js';
import { type GateRun, runGate } from './main.js';
import {
  type CommentOutcome,
  comment,
  commentOnFailure,
  conclude,
  saveProfile,
  saveRequests,
  saveRun,
  writeReport,
} from './publish.js';
import { putMetrics } from './put-metrics.js';
import { findingsOf } from './report/denied-alone.js';
import { failureCost, failureMarkdown } from './report/failure.js';
import { reportMarkdown } from './report/markdown.js';
import type { Report } from './report/report.js';
import { reportText } from './report/text.js';

/** From the inputs to the step's end. Throws only defects. */
async function act(): Promise<void> {
  let settings: Settings | null = null;
  try {
    settings = readInputs(runner.input);
    await publish(await measure(settings), settings);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    await publishFailure(error, settings);
  }
}

function measure(settings: Settings): Promise<GateRun> {
  const outside = {
    history: githubHistory(settings.githubToken, runner.warn),
    progress: logProgress(runner.log, systemClock.nowMs),
    mask: runner.mask,
  };
  return inRealWorld(settings, outside, (world) => runGate(settings, world));
}

async function publish(run: GateRun, settings: Settings): Promise<void> {
  // First, so that the report counts what it cost.
  const { report, log, warning } = await putMetrics(run.report, settings, cloudWatchMetrics(settings.awsRegion));
  if (log !== null) runner.log(log);
  if (warning !== null) runner.warn(warning);
  runner.log(`\n${reportText(report)}\n`);
  await runner.summary(reportMarkdown(report));
  const commented = await comment(report, settings, pullRequestComments(settings.githubToken));
  tellOfComment(commented);
  setOutputs(report, commented);
  const conclusion = conclude(report, settings);
  if (conclusion.failed) runner.fail(conclusion.sentence);
  else if (report.verdict !== 'passed') runner.warn(conclusion.sentence);
  // Last, so that a disk that cannot be written to costs the files, not the verdict.
  await writeFiles({ ...run, report }, settings);
}

async function writeFiles({ report, profile, saved, traffic }: GateRun, settings: Settings): Promise<void> {
  try {
    const published = await writeReport(report, settings.reportPath, files);
    runner.log(`Report: ${published.page}`);
    runner.output('report-path', published.folder);
    runner.output('result-path', published.result);
    await saveRun(saved, settings.reportPath, files);
    await saveRequests(traffic, settings.reportPath, files);
    await saveProfile(profile, settings, files);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    runner.fail(describeError(error));
  }
}

/** The job fails; what an earlier run said must not stand as if it were this one's. */
async function publishFailure(error: GateError, settings: Settings | null): Promise<void> {
  await runner.summary(failureMarkdown(error));
  if (settings !== null) {
    tellOfComment(await commentOnFailure(error, settings, pullRequestComments(settings.githubToken)));
  }
  const cost = failureCost(error);
  if (cost !== null) runner.log(cost);
  runner.fail(describeError(error));
}

function tellOfComment(commented: CommentOutcome): void {
  if (commented.kind === 'written') return;
  const tell = commented.worthAWarning ? runner.warn : runner.log;
  tell(`No comment on the pull request: ${commented.because}.`);
}

function setOutputs(report: Report, commented: CommentOutcome): void {
  runner.output('verdict', report.verdict);
  runner.output('regressions', findingsOf(report).length);
  runner.output('comment-url', commented.kind === 'written' ? commented.url : '');
  runner.output('baseline-version', report.baselineVersion ?? '');
  runner.output('traces', report.candidateCoverage.complete);
}

try {
  await act();
} catch (error) {
  runner.fail(`A defect of the gate, please report it: ${error instanceof Error ? error.stack : String(error)}`);
}
