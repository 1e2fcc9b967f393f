import { code, markdownProse } from './escape.js';
import { type GroupInsights, type Insight, insightLink } from './insight.js';
import { insightsCount, insightsLead, insightTime, stateWord, summaryOf } from './insight-words.js';
import type { Report } from './report.js';

/** The comment has no room for more. */
const MOST = 10;
const MOST_SERVICES = 5;

/** X-Ray's insights, one row each; empty where there are none. */
export function insightsSection({ run: { insights, awsRegion } }: Report): string {
  if (insights === null || insights.insights.length === 0) return '';
  const more = insights.insights.length - MOST;
  return [
    `### ${insightsCount(insights)}`,
    insightsLead(insights, code(insights.group)),
    table(insights, awsRegion),
    ...(more > 0 ? [`${more} more are in \`report.html\`.`] : []),
  ].join('\n\n');
}

function table({ insights }: GroupInsights, region: string | null): string {
  return [
    '| Insight | Since | Root cause | Most anomalous |',
    '|-|-|-|-|',
    ...insights.slice(0, MOST).map((insight) => {
      const { rootCause, anomalous } = insight;
      const cause = rootCause === null ? '' : code(rootCause);
      const services = anomalous.slice(0, MOST_SERVICES).map(code).join(', ');
      return `| **${stateWord(insight)}** ${linked(insight, region)} | ${insightTime(insight)} | ${cause} | ${services} |`;
    }),
  ].join('\n');
}

function linked(insight: Insight, region: string | null): string {
  const link = insightLink(region, insight.id);
  const words = markdownProse(summaryOf(insight));
  return link === null ? words : `[${words}](${link})`;
}
