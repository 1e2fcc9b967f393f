import type { Blame } from '../compare/blame.js';
import type { WhereTimeWent } from '../compare/where-time-went.js';
import { allBlameRows, blameNote, MOST_STEPS, moreSteps, msOfAll, undividedSentence } from './blame-words.js';
import { breakdown, type Division } from './html-division.js';
import { piecesMarkup } from './html-pieces.js';
import { type Markup, markup } from './markup.js';
import { plainWords } from './part-words.js';
import type { Compared } from './report.js';
import { sharperSentence } from './sharper-words.js';

/**
 * How each operation's time divides over its critical path: where the change went of those that are slower or look so, the
 * mean of the others. Those that are slower are open, the rest folded.
 */
export function timeSection({ blame, sharper, undivided, whereTimeWent }: Compared): Markup {
  const blamed = new Set(blame.map(({ operation }) => operation));
  const divisions = [
    ...blame.map(dividedChange),
    ...whereTimeWent.filter(({ operation }) => !blamed.has(operation)).map(dividedMean),
  ];
  if (divisions.length === 0 && sharper.length === 0) return markup``;
  const more = undividedSentence({ undivided });
  const sentences = sharper.map((each) => markup`<li>${piecesMarkup(sharperSentence(each))}</li>`);
  return markup`<section id="time"><h2>${blame.length > 0 ? 'Where the change went' : 'Where the time went'}</h2>
<p class="lead">Times of warm requests, divided over the critical path: what the response waited for. The steps add up to the whole.</p>
${sentences.length === 0 ? [] : markup`<ul>${sentences}</ul>`}${divisions.map(breakdown)}${more === null ? [] : markup`<p>${more}</p>`}</section>`;
}

function dividedChange(blame: Blame): Division {
  return {
    operation: blame.operation,
    of: `${blame.metric} response time`,
    caption: blameNote(blame),
    open: blame.state === 'regressed',
    ms: blame.ms,
    steps: allBlameRows(blame)
      .slice(0, -1)
      .map(({ what, ms, interval }) => ({ shown: piecesMarkup(what), plain: plainWords(what), ms, interval })),
  };
}

function dividedMean({ operation, parts, meanMs }: WhereTimeWent): Division {
  return {
    operation,
    of: 'mean',
    caption: 'Mean milliseconds on the critical path, largest change first',
    open: false,
    ms: meanMs,
    steps: [
      ...parts.slice(0, MOST_STEPS).map(({ node, step, meanMs }) => ({
        shown: step === '' ? markup`<code>${node.name}</code>` : markup`<code>${node.name}</code> <span>${step}</span>`,
        plain: `${node.name} ${step}`,
        ms: meanMs,
        interval: '',
      })),
      ...others(parts.slice(MOST_STEPS)),
    ],
  };
}

function others(left: WhereTimeWent['parts']): Division['steps'] {
  if (left.length === 0) return [];
  const what = moreSteps(left.length);
  const ms = msOfAll(left.map(({ meanMs }) => ({ ms: meanMs })));
  return [{ shown: markup`${what}`, plain: what, ms, interval: '' }];
}
