import type { ExceptionDifference } from '../compare/exceptions.js';
import { code, markdown } from './escape.js';
import { exceptionSeen } from './exception-words.js';
import type { Compared, Report } from './report.js';
import { traceLink } from './trace-link.js';

const MOST_SHOWN = 5;

/** The exceptions that are certainly new, the surest first; empty where there are none. */
export function newExceptionsSection({ run }: Report, { exceptions }: Compared): string {
  const certain = exceptions.filter((exception) => exception.change === 'new' && exception.certain);
  if (certain.length === 0) return '';
  const lines = certain.slice(0, MOST_SHOWN).map((exception) => {
    const { path, type, message, exampleTraceId } = exception;
    const link = traceLink(run.awsRegion, exampleTraceId);
    const example = link === null ? `trace ${code(exampleTraceId)}` : `[example trace](${link})`;
    const what = [...(type === '' ? [] : [`**${markdown(type)}**`]), ...(message === '' ? [] : [quoted(message)])];
    return `- ${path.map(code).join(' › ')}: ${what.join(' ') || 'an exception without type or message'}, ${exceptionSeen(exception)} · ${example}`;
  });
  const more = certain.length - lines.length;
  return `### New exceptions\n\n${lines.join('\n')}${more > 0 ? `\n\n…and ${more} more in the report.` : ''}`;
}

function quoted(message: ExceptionDifference['message']): string {
  return `“${markdown(message)}”`;
}
