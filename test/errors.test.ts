import { describe, expect, test } from 'vitest';
import { describeError, GateError } from '../src/errors.js';

describe('a GateError', () => {
  test('says what happened, and what to do', () => {
    const error = new GateError('The file is damaged.', 'Save it again.');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'GateError', message: 'The file is damaged.', remedy: 'Save it again.' });
  });

  test('keeps its cause', () => {
    const cause = new Error('ENOENT');
    expect(new GateError('It is not there.', 'Look elsewhere.', { cause }).cause).toBe(cause);
  });
});

describe('an error in one line', () => {
  const errors: { name: string; thrown: unknown; line: string }[] = [
    { name: 'a GateError with its remedy', thrown: new GateError('It broke.', 'Mend it.'), line: 'It broke. Mend it.' },
    { name: 'another error', thrown: new TypeError('x is not a function'), line: 'x is not a function' },
    { name: 'text', thrown: 'broken', line: 'broken' },
    { name: 'nothing', thrown: undefined, line: 'undefined' },
  ];
  test.each(errors)('is that of $name', ({ thrown, line }) => {
    expect(describeError(thrown)).toBe(line);
  });
});
