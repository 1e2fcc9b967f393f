import type { RecordedRequest } from './recorded-request.js';

/**
 * The origin that a recording is about. `requests` are without assets and not empty.
 *
 * - Without a page: the origin asked most often.
 * - With pages: of the origins on the first page's site the one asked most often, for a page that only loads its own
 *   application is asked less often than the API that it calls.
 * - One page and nothing else on its site: the origin that gave it most answers in JSON, such as an API Gateway
 *   behind a page on CloudFront; the page's own where there is none.
 */
export function serviceOrigin(requests: readonly RecordedRequest[]): string {
  const page = requests.find(isPage);
  if (page === undefined) return mostFrequent(requests);
  const site = siteOf(page.url.hostname);
  const own = requests.filter(({ url }) => siteOf(url.hostname) === site);
  if (own.length > 1) return mostFrequent(own);
  const answeredInJson = requests.filter(({ answerType }) => answerType.includes('json'));
  return mostFrequent(answeredInJson.length > 0 ? answeredInJson : own);
}

/** Whether the request loads a page into a tab. */
function isPage({ resourceType, answerType, method }: RecordedRequest): boolean {
  return resourceType === '' ? method === 'GET' && answerType.startsWith('text/html') : resourceType === 'document';
}

/** The first of those that are named most often. */
function mostFrequent(requests: readonly RecordedRequest[]): string {
  const counts = new Map<string, number>();
  for (const { url } of requests) counts.set(url.origin, (counts.get(url.origin) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** Second labels under which countries register names: `example.co.uk`. */
const SECOND_LEVEL = /^(ac|co|com|edu|go|gov|ne|net|or|org)$/;

/** The part of a host's name that its owner registered, as far as its form tells; an address is a site of its own. */
function siteOf(hostname: string): string {
  const labels = hostname.split('.');
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname)) return hostname;
  const country = labels.at(-1)!.length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? '');
  return labels.slice(country ? -3 : -2).join('.');
}
