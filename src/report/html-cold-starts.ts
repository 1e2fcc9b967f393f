import { coldStartWords } from './cold-start-words.js';
import { table } from './html-table.js';
import { type Markup, markup } from './markup.js';
import type { Compared } from './report.js';

/** How often requests waited for functions to be initialised, and for how long; empty where none did. */
export function coldStartsSection({ coldStarts }: Compared): Markup {
  if (coldStarts.length === 0) return markup``;
  const rows = coldStarts.map((each) => {
    const { requests, surely, time, setAside } = coldStartWords(each);
    return [
      markup`<code>${each.operation}</code>`,
      markup`${requests}`,
      markup`${surely === '' ? 'may be chance' : surely}`,
      markup`${time}`,
      markup`${setAside}`,
    ];
  });
  return markup`<section id="cold-starts" class="dense"><h2>Cold starts</h2>
${table(
  markup`A fresh deployment is colder than its baseline, so this fails no job. Times are judged on warm requests alone; in pairs a cold one goes with its partner.`,
  [
    { label: 'Operation' },
    { label: 'Requests with a cold start', numbers: true },
    { label: 'Difference' },
    { label: 'Initialisation, mean', numbers: true },
    { label: 'Set aside', numbers: true },
  ],
  rows,
  true,
)}</section>`;
}
