import type { GateError } from '../errors.js';
import { markdownProse } from './escape.js';

/** What the summary and the comment say when nothing could be measured: what happened, and the remedy. */
export function failureMarkdown({ message, remedy }: GateError): string {
  const paragraphs = message.split('\n').map((line) => {
    const bullet = line.startsWith('- ');
    return `${bullet ? '- ' : ''}${markdownProse(bullet ? line.slice(2) : line)}`;
  });
  return [
    '## 🛑 Could not measure',
    '**This says nothing about the build: the gate itself could not do its work.**',
    paragraphs.join('\n'),
    ...(remedy === '' ? [] : [markdownProse(remedy)]),
  ].join('\n\n');
}
