import { plain } from './escape.js';
import { formatMinute } from './format.js';
import type { GroupInsights, Insight } from './insight.js';

/** `2 X-Ray insights, 1 of them active`. */
export function insightsCount({ insights }: GroupInsights): string {
  const active = insights.filter(({ isActive }) => isActive).length;
  const [one] = insights;
  if (one !== undefined && insights.length === 1) return `1 X-Ray insight, ${stateWord(one)}`;
  return `${insights.length} X-Ray insights, ${active} of them active`;
}

/** Why a reader should care. Plain text; `group` as it is to be shown. */
export function insightsLead(insights: GroupInsights, group: string): string {
  return `X-Ray found anomalies in the group ${group} ${meanwhile(insights)}. What was measured may tell of them rather than of the build.`;
}

/** That there is nothing to list, and whether that means something. Plain text; `group` as it is to be shown. */
export function noInsights(insights: GroupInsights, group: string): string {
  const none = `none in the group ${group} ${meanwhile(insights)}`;
  return insights.enabled === false ? `${none}: the group has them turned off.` : `${none}.`;
}

export function stateWord({ isActive }: Insight): 'active' | 'closed' {
  return isActive ? 'active' : 'closed';
}

/** X-Ray's own words, else its id; not escaped. */
export function summaryOf({ summary, id }: Insight): string {
  return summary.trim() === '' ? `Insight ${id}` : summary;
}

/** `2026-03-07 13:40 UTC to 2026-03-07 14:05 UTC`; only its beginning while it is active. */
export function insightTime({ sinceMs, untilMs }: Insight): string {
  return untilMs === null ? formatMinute(sinceMs) : `${formatMinute(sinceMs)} to ${formatMinute(untilMs)}`;
}

/** A line for a log or a terminal, each. */
export function insightLines(insights: GroupInsights | null): string[] {
  return (insights?.insights ?? []).map((insight) => {
    const { rootCause } = insight;
    const where = rootCause === null ? '' : `, root cause ${plain(rootCause)}`;
    const words = summaryOf(insight).split(/\s+/u).map(plain).join(' ');
    return `X-Ray insight, ${stateWord(insight)}, since ${formatMinute(insight.sinceMs)}${where}: ${words}`;
  });
}

function meanwhile({ sinceMs, untilMs }: GroupInsights): string {
  return `between ${formatMinute(sinceMs)} and ${formatMinute(untilMs)}`;
}
