import { files } from './adapters/files.js';
import { githubHistory, pullRequestComments } from './adapters/github.js';
import { logProgress } from './adapters/log-progress.js';
import { inRealWorld } from './adapters/real-world.js';
import { runner } from './adapters/runner.js';
import { systemClock } from './adapters/system-clock.js';
import { GateError } from './errors.js';
import { readInputs } from './inputs.js';
import { runGate } from './main.js';
import { comment, conclude, writeReport } from './publish.js';
import { reportMarkdown } from './report/markdown.js';
import { reportText } from './report/text.js';

async function act(): Promise<void> {
  const settings = readInputs(runner.input);
  const outside = {
    history: githubHistory(settings.githubToken, runner.warn),
    progress: logProgress(runner.log, systemClock.nowMs),
  };
  const report = await inRealWorld(settings, outside, (world) => runGate(settings, world));

  runner.log(`\n${reportText(report)}\n`);
  const published = await writeReport(report, settings.reportPath, files);
  runner.log(`Report: ${published.page}`);
  await runner.summary(reportMarkdown(report));
  const commented = await comment(report, settings, pullRequestComments(settings.githubToken));
  if (commented.kind === 'not written') {
    const tell = commented.worthAWarning ? runner.warn : runner.log;
    tell(`No comment on the pull request: ${commented.because}.`);
  }

  runner.output('verdict', report.verdict);
  runner.output('regressions', report.compared?.findings.length ?? 0);
  runner.output('report-path', published.folder);
  runner.output('result-path', published.result);
  runner.output('comment-url', commented.kind === 'written' ? commented.url : '');
  runner.output('baseline-version', report.baselineVersion ?? '');
  runner.output('traces', report.candidateCoverage.complete);

  const conclusion = conclude(report, settings);
  if (conclusion.failed) runner.fail(conclusion.sentence);
  else if (report.verdict !== 'passed') runner.warn(conclusion.sentence);
}

try {
  await act();
} catch (error) {
  if (error instanceof GateError) runner.fail(`${error.message} ${error.remedy}`.trimEnd());
  else runner.fail(`A defect of the gate, please report it: ${error instanceof Error ? error.stack : String(error)}`);
}
