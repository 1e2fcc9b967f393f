import { table } from './html-table.js';
import { type Insight, insightLink } from './insight.js';
import { insightsCount, insightsLead, insightTime, stateWord, summaryOf } from './insight-words.js';
import { address, type Markup, markup, prose } from './markup.js';
import type { Report } from './report.js';

/** X-Ray's insights, one row each; nothing where there are none. */
export function insightsSection({ run: { insights, awsRegion } }: Report): Markup {
  if (insights === null || insights.insights.length === 0) return markup``;
  return markup`<section id="insights"><h2>${insightsCount(insights)}</h2>
${table(
  prose(insightsLead(insights, insights.group)),
  [{ label: 'Insight' }, { label: 'State' }, { label: 'Since' }, { label: 'Root cause' }, { label: 'Most anomalous' }],
  insights.insights.map((insight) => [
    linked(insight, awsRegion),
    markup`<span class="state ${insight.isActive ? 'inconclusive' : 'unchanged'}">${stateWord(insight)}</span>`,
    markup`${insightTime(insight)}`,
    insight.rootCause === null ? markup`` : markup`<code>${insight.rootCause}</code>`,
    markup`${insight.anomalous.map((service, i) => markup`${i === 0 ? '' : SEPARATOR}<code>${service}</code>`)}`,
  ]),
)}</section>`;
}

const SEPARATOR = markup`, `;

function linked(insight: Insight, region: string | null): Markup {
  const link = insightLink(region, insight.id);
  const words = prose(summaryOf(insight));
  return link === null ? words : markup`<a href="${address(new URL(link))}" rel="noopener noreferrer">${words}</a>`;
}
