import { files } from '../adapters/files.js';
import { logText } from '../adapters/log-text.js';
import type { Verdict } from '../compare/verdict.js';
import type { Settings } from '../inputs.js';
import { writeReport } from '../publish.js';
import { reportJson } from '../report/json.js';
import type { Report } from '../report/report.js';
import { reportText } from '../report/text.js';
import { print } from './print.js';

const EXIT_CODES: Readonly<Record<Verdict, number>> = { passed: 0, regressed: 1, inconclusive: 3, 'no-baseline': 3 };

/** Prints a report, writes it where `settings` say, and gives the exit code. */
export async function tellReport(
  report: Report,
  settings: Pick<Settings, 'reportPath'> | null,
  json: boolean,
): Promise<number> {
  // In JSON no line begins with a name, and an escaped bracket is still one.
  print(json ? reportJson(report).trimEnd().replaceAll('##[', '##\\u005b') : logText(reportText(report)));
  if (settings !== null) {
    const { page } = await writeReport(report, settings.reportPath, files);
    if (!json) print(`Report: ${page}`);
  }
  return EXIT_CODES[report.verdict];
}
