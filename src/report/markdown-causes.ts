import { causesTold, samplingRules } from './causes.js';
import { markdownProse } from './escape.js';
import type { Report } from './report.js';

/** Why whole traces were found for too few requests, and the sampling rules that this speaks of; empty where enough were. */
export function causesSection({ run }: Report): string {
  const causes = causesTold(run.uncovered).map(
    ({ lead, title, evidence, remedy }) =>
      `- ${markdownProse(lead)}: **${markdownProse(title)}.** ${markdownProse(evidence)}<br>**What to do:** ${markdownProse(remedy)}`,
  );
  if (causes.length === 0) return '';
  return ['### Why traces are missing', causes.join('\n'), ...samplingRules(run.uncovered).map(ruleBlock)].join('\n\n');
}

function ruleBlock(rule: string): string {
  return `<details>\n<summary>The sampling rule, for <code>aws xray create-sampling-rule --cli-input-json</code></summary>\n\n\`\`\`json\n${rule}\n\`\`\`\n\n</details>`;
}
