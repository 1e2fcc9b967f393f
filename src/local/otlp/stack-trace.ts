export interface StackFrame {
  readonly path: string;
  readonly label: string;
  readonly line: number;
}

/** An exception that another one was caused by. */
export interface CausingException {
  readonly type: string;
  readonly message: string;
  readonly stack: readonly StackFrame[];
}

export interface StackTrace {
  readonly stack: readonly StackFrame[];
  /** The cause, its cause, and so on. */
  readonly causes: readonly CausingException[];
}

/**
 * Reads a stack trace as the language's runtime writes it, the innermost frame first; nothing of a language that is not
 * known. `language` is OpenTelemetry's `telemetry.sdk.language`.
 */
export function readStackTrace(text: string, language: string): StackTrace {
  const lines = text.split(/\r?\n/);
  switch (language) {
    case 'java':
    case 'php': // its SDK writes them as Java does
      return javaTrace(lines.slice(1));
    case 'python':
      return pythonTrace(lines);
    case 'javascript':
    case 'nodejs':
    case 'webjs':
      return withoutCauses(lines.slice(1).map(javaScriptFrame));
    case 'dotnet':
      return withoutCauses(lines.slice(1).map(dotnetFrame));
    case 'go':
      return withoutCauses(goFrames(lines));
    default:
      return withoutCauses([]);
  }
}

function withoutCauses(frames: readonly (StackFrame | null)[]): StackTrace {
  return { stack: frames.filter((frame) => frame !== null), causes: [] };
}

interface OpenException {
  readonly type: string;
  message: string;
  readonly stack: StackFrame[];
}

/** `<tab>at loader/com.example.Shop.order(Shop.java:23)`, and `Caused by: type: message` before a cause's frames. */
function javaTrace(lines: readonly string[]): StackTrace {
  const exceptions: OpenException[] = [{ type: '', message: '', stack: [] }];
  let inMessage = false;
  for (const line of lines) {
    const current = exceptions.at(-1)!;
    const frame = /^\tat ([^(]*)\((.*)\)$/.exec(line);
    const cause = inMessage ? null : /^Caused by: ([^:]*)(?:: ?(.*))?$/.exec(line);
    if (frame !== null) {
      inMessage = false;
      const [path = '', number = ''] = frame[2]!.split(':');
      current.stack.push({ path, label: frame[1]!.replace(/^[^/]*\//, ''), line: integer(number) });
    } else if (cause !== null) {
      exceptions.push({ type: cause[1]!, message: cause[2] ?? '', stack: [] });
      inMessage = true;
    } else if (inMessage) {
      current.message += line;
    }
  }
  const [own, ...causes] = exceptions;
  return { stack: own!.stack, causes };
}

const DURING_HANDLING = 'During handling of the above exception, another exception occurred:';

/** The innermost frame comes last, and a cause comes before what it caused; so the lines are read from the end. */
function pythonTrace(lines: readonly string[]): StackTrace {
  const exceptions: OpenException[] = [{ type: '', message: '', stack: [] }];
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    const line = lines[index]!;
    const frame = /^ {2}File "(.*)", line (\d+), in (.*)$/.exec(line);
    if (frame !== null) {
      exceptions.at(-1)!.stack.push({ path: frame[1]!, label: frame[3]!, line: integer(frame[2]!) });
    } else if (line.startsWith(DURING_HANDLING)) {
      const innermost = lines.findLastIndex((each, at) => at < index && each.startsWith('  File '));
      if (innermost < 0) break;
      // The frame has a line of source below it; then comes the exception, and a blank line.
      const what = lines.slice(innermost + 2, index - 1).join('\n');
      const colon = what.indexOf(':');
      if (colon < 0) break;
      exceptions.push({ type: what.slice(0, colon), message: what.slice(colon + 2), stack: [] });
      index = innermost + 1;
    }
  }
  const [own, ...causes] = exceptions;
  return { stack: own!.stack, causes };
}

/** `    at Shop.order (file:///shop/order.js:23:11)`, or without a function and its parentheses. */
function javaScriptFrame(line: string): StackFrame | null {
  const [found, label = '', inside, bare] = /^ {4}at (?:(.*?) ?\(([^()]*)\)|([^(]+))$/.exec(line) ?? [];
  if (found === undefined) return null;
  const place = inside ?? bare ?? '';
  const [, path = place, number = ''] = /^(.*?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  return { path, label, line: integer(number) };
}

/** `   at Shop.Order(Int32 id) in /shop/Order.cs:line 23`, or without the file. */
function dotnetFrame(line: string): StackFrame | null {
  const inFile = /^\s*at (.*?) in (.*?)(?::line (\d+))?$/.exec(line);
  if (inFile !== null) return { label: inFile[1]!, path: inFile[2]!, line: integer(inFile[3] ?? '') };
  const alone = /^\s*at (.*\))/.exec(line);
  return alone === null ? null : { label: alone[1]!, path: '', line: 0 };
}

/** A line with the function, then one with the file: `<tab>/shop/order.go:23 +0x1d`. */
function goFrames(lines: readonly string[]): StackFrame[] {
  const frames: StackFrame[] = [];
  const calls = lines.filter((line) => line !== '' && !/^goroutine.*\brunning\b.*:$/.test(line));
  for (let index = 0; index + 1 < calls.length; index += 2) {
    const [, path = '', number = ''] = /(?<![^:\s])([^:\s]+):(\d+)/.exec(calls[index + 1]!) ?? [];
    frames.push({ path, label: calls[index]!, line: integer(number) });
  }
  return frames;
}

function integer(digits: string): number {
  return /^\d+$/.test(digits) ? Number(digits) : 0;
}
