import * as core from '@actions/core';
import { describeError } from '../errors.js';
import type { InputName } from '../input-list.js';
import type { OutputName } from '../outputs.js';
import { logText } from './log-text.js';

/** The step summary may hold a mebibyte; above that GitHub drops all of it. */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;

/** The GitHub Actions runner: inputs, outputs, summary, log and the step's end. */
export const runner = {
  input: (name: InputName): string => core.getInput(name),
  output: (name: OutputName, value: string | number): void => core.setOutput(name, value),
  warn: (sentence: string): void => core.warning(sentence),
  mask: (secret: string): void => core.setSecret(secret),
  /** Ends the step as failed, once the process ends. */
  fail: (sentence: string): void => core.setFailed(sentence),
  log: (text: string): void => core.info(logText(text)),
  summary: async (markdown: string): Promise<void> => {
    if (process.env.GITHUB_STEP_SUMMARY === undefined) return;
    const whole = Buffer.byteLength(markdown) <= SUMMARY_LIMIT;
    const text = whole ? markdown : 'The report is too long for a summary: see the report files.';
    try {
      await core.summary.addRaw(text).write();
    } catch (error) {
      core.warning(`The job summary could not be written: ${describeError(error)}.`);
    }
  },
} as const;
