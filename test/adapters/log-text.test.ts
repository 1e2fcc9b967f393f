import { expect, test, vi } from 'vitest';
import { logText } from '../../src/adapters/log-text.js';
import { runner } from '../../src/adapters/runner.js';
import { terminalProgress } from '../../src/adapters/terminal.js';
import { blameLines } from '../../src/report/blame-text.js';
import { aBlame, aPathPart } from '../support/blame-builder.js';
import { aNode } from '../support/report-builder.js';

/** What the runner takes for a command, whatever stands before it that is not drawn. */
const COMMAND = /^\s*::|##\[/m;
const drawn = (text: string) => text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');

test.each([
  '::error file=app.js,line=1::pwned',
  'fine\n  ::add-mask::a',
  'fine\r::stop-commands::x',
  ':\u200b:error::pwned',
  '\u034f::error::pwned',
  'an operation ##[error]pwned',
  '#\ufe0f#[error]pwned',
])('%j is no command in the log', (text) => {
  expect(drawn(text)).toMatch(COMMAND);
  expect(drawn(logText(text))).not.toMatch(COMMAND);
});

test('everything else stays as it is', () => {
  const text = 'AWS::Lambda › fn: p95 212 → 287 ms\n  a::b\n[1] #2 ## [x]';
  expect(logText(text)).toBe(text);
});

const HOSTILE = '::error file=app.js,line=1::pwned';

test('a report and progress with names that look like commands are none, in the job’s log and in a terminal’s', () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const blame = aBlame({ operation: HOSTILE, ms: { baseline: 10, candidate: 20 } }, [
    [aPathPart(aNode(HOSTILE), 'own code'), [5, 15, 9, 11]],
  ]);
  runner.log(`\n${blameLines({ blame: [blame], sharper: [], undivided: 0 }).join('\n')}\n`);
  write.mockRestore();
  const stream = { isTTY: false, write: (text: string) => written.push(text) > 0 } as unknown as typeof process.stderr;
  terminalProgress(stream, () => 0).step(`${HOSTILE}: 10 requests`);
  expect(written.join('')).toContain('error file=app.js');
  expect(written.join('')).not.toMatch(COMMAND);
});
