import { coldStartsLine, coldStartWords } from './cold-start-words.js';
import { code } from './escape.js';
import type { Compared } from './report.js';

/** Cold starts in a line, and of each operation; null where there were none. */
export function coldStartsSection({ coldStarts }: Compared): { summary: string; body: string } | null {
  const summary = coldStartsLine(coldStarts);
  if (summary === null) return null;
  const rows = coldStarts.map((each) => {
    const { requests, surely, time, setAside } = coldStartWords(each);
    return `| ${code(each.operation)} | ${requests}${surely === '' ? '' : `, ${surely}`} | ${time} | ${setAside} |`;
  });
  const body = [
    'A fresh deployment is colder than its baseline, so this fails no job. Times are judged on warm requests alone; in pairs a cold one goes with its partner.',
    '',
    '| Operation | Requests with a cold start | Initialisation, mean | Set aside |',
    '|-|-|-:|-:|',
    ...rows,
  ].join('\n');
  return { summary, body };
}
