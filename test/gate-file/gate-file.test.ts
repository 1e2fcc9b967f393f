import { describe, expect, test } from 'vitest';
import { readGateFile } from '../../src/gate-file/gate-file.js';
import { ScenarioError } from '../../src/scenario/problems.js';
import { fakeOutside } from '../support/fake-outside.js';

const PATH = '.github/xray-gate.yml';

async function problemsOf(text: string, wanted?: 'optional' | 'left alone'): Promise<readonly string[]> {
  try {
    await readGateFile(text, PATH, fakeOutside(), wanted);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}

describe('a gate file', () => {
  test('has sections beside its scenarios, and each is read', async () => {
    const text = 'sources: [{ region: eu-west-1 }]\nscenarios: [{ request: GET / }]';
    const { read, configuration } = await readGateFile(text, PATH, fakeOutside());
    expect(read?.workload.scenarios).toHaveLength(1);
    expect(configuration.sources).toMatchObject([{ region: 'eu-west-1' }]);
  });

  test('needs no scenarios where the requests are in the inputs', async () => {
    const { read, configuration } = await readGateFile(
      'sources: [{ region: eu-west-1 }]',
      PATH,
      fakeOutside(),
      'optional',
    );
    expect(read).toBeNull();
    expect(configuration.sources).toHaveLength(1);
    expect(
      (await readGateFile('scenarios: [{ request: GET / }]', PATH, fakeOutside(), 'optional')).read,
    ).not.toBeNull();
  });

  test('without a section says nothing of it', async () => {
    const { configuration } = await readGateFile('scenarios: [{ request: GET / }]', PATH, fakeOutside());
    expect(configuration.sources).toEqual([]);
  });

  test('that is read for its sections alone asks for no secret of its scenarios', async () => {
    const text = 'variables: { key: { secret: NOT_HERE } }\nheaders: { a: "{{key}}" }\nscenarios: [{ request: GET / }]';
    expect(await problemsOf(text)).toEqual([expect.stringContaining('NOT_HERE')]);
    expect(await problemsOf(text, 'left alone')).toEqual([]);
  });

  test('with what only scenarios use, and no scenarios, has forgotten them', async () => {
    expect(await problemsOf('headers: { a: b }', 'optional')).toEqual([
      'line 1, column 1: the file has no scenarios, which headers is for. Add the key scenarios.',
    ]);
  });

  test('tells what is wrong with all its sections at once, in the order of the file', async () => {
    const text = 'sources:\n  - region: Frankfurt\nscenarios: [{ request: orders }]\nsource: 1';
    expect(await problemsOf(text)).toEqual([
      'line 2, column 13: sources[0].region must be an AWS region\'s name; got "Frankfurt". Write it as eu-west-1.',
      expect.stringMatching(/^line 3, column 24: scenarios\[0\]\.request must be a method and a path/),
      'line 4, column 1: source is no key of the file: did you mean sources?',
    ]);
  });
});
