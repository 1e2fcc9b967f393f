import { causesTold, samplingRules } from './causes.js';
import { type Markup, markup, prose } from './markup.js';
import type { Report } from './report.js';

/** Why whole traces were found for too few requests, and the sampling rules that this speaks of; nothing where enough were. */
export function causesSection({ run }: Report): Markup {
  const causes = causesTold(run.uncovered);
  if (causes.length === 0) return markup``;
  return markup`<section id="missing"><h2>Why traces are missing</h2>
<ul class="reasons">${causes.map(
    ({ lead, title, evidence, remedy }) =>
      markup`<li>${prose(lead)}: <b>${prose(title)}.</b> ${prose(evidence)} <span><b>What to do:</b> ${prose(remedy)}</span></li>`,
  )}</ul>
${samplingRules(run.uncovered).map(ruleBlock)}</section>`;
}

function ruleBlock(rule: string): Markup {
  return markup`<details><summary>The sampling rule, for <code>aws xray create-sampling-rule --cli-input-json</code></summary>
<pre>${rule.split('\n').map((line) => markup`${line}\n`)}</pre></details>`;
}
