import type { EndedEarly, EndlessSearch, Shortcomings, Unreadable } from '../collect/shortcomings.js';

/** What could not be collected, and what that means, in whole sentences of plain text; none where all could. */
export function shortcomingSentences({ ended, unreadable, search }: Shortcomings): string[] {
  return [
    ...(ended === null ? [] : [endedSentence(ended)]),
    ...(unreadable === null ? [] : [unreadableSentence(unreadable)]),
    ...(search === null ? [] : [searchSentence(search)]),
  ];
}

function endedSentence({ because, remedy, collected, expected }: EndedEarly): string {
  return `Collecting ended early, after ${collected} of ${counted(expected, 'trace')}: ${because} ${remedy} What was collected by then decides.`;
}

function unreadableSentence({ documents, traces, because }: Unreadable): string {
  const of = `${counted(documents, 'segment document')} of ${counted(traces, 'trace')}`;
  const [these, are] = traces === 1 ? ['This trace', 'is'] : ['These traces', 'are'];
  return `${of} could not be read. The first: ${because} ${these} ${are} not whole, and ${are} not compared.`;
}

function searchSentence({ what, found }: EndlessSearch): string {
  return `X-Ray did not come to an end of the ${what}: the newest ${found} are compared, and there may be older ones. Narrow "since" and "until" to search them all.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
