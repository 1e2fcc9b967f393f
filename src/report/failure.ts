import type { GateError } from '../errors.js';
import { RunFailed } from '../failed-run.js';
import { costWords } from './cost-words.js';
import { markdownProse } from './escape.js';

/** What the summary and the comment say when nothing could be measured: what happened, the remedy, and what it cost. */
export function failureMarkdown(failure: GateError): string {
  const { message, remedy } = failure;
  const paragraphs = message.split('\n').map((line) => {
    const bullet = line.startsWith('- ');
    return `${bullet ? '- ' : ''}${markdownProse(bullet ? line.slice(2) : line)}`;
  });
  const cost = failureCost(failure);
  return [
    '## 🛑 Could not measure',
    '**This says nothing about the build: the gate itself could not do its work.**',
    paragraphs.join('\n'),
    ...(remedy === '' ? [] : [markdownProse(remedy)]),
    ...(cost === null ? [] : [cost]),
  ].join('\n\n');
}

/** `Cost: about $0.05 …`; null where AWS charges nothing. */
export function failureCost(failure: unknown): string | null {
  const cost = failure instanceof RunFailed ? costWords(failure.awsUse) : null;
  return cost === null ? null : `Cost: ${cost}`;
}
