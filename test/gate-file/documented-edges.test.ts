import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutGeneratedParts } from '../../src/compare/generated-parts.js';
import { readGateFile } from '../../src/gate-file/gate-file.js';
import { fakeOutside } from '../support/fake-outside.js';

const text = readFileSync('docs/edges.md', 'utf8');
const examples = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, example]) => example!);

describe('docs/edges.md', () => {
  test.each(examples)('has examples that can be read:\n%s', async (example) => {
    const { configuration } = await readGateFile(example, 'gate.yml', fakeOutside({}, {}), 'left alone');
    expect(configuration.edges.length + configuration.names.length).toBeGreaterThan(1);
  });

  test('says of each kind of name what becomes of it', () => {
    const names = text.slice(text.indexOf('## Names'), text.indexOf('## Allowed'));
    const rows = [...names.matchAll(/^\| .*? \| (`.*?`) \| (`.*?`) \|$/gm)];
    expect(rows).toHaveLength(10);
    for (const [, made, plain] of rows) {
      const [before, after] = [made, plain].map((cell) => [...cell!.matchAll(/`(.*?)`/g)].map(([, name]) => name!));
      before!.forEach((name, i) => {
        const { name: left } = withoutGeneratedParts(name);
        const expected = after![i]!;
        if (expected.endsWith('…')) expect(left.startsWith(expected.slice(0, -1))).toBe(true);
        else expect(left).toBe(expected);
      });
    }
  });

  test('names what stays as it is', () => {
    const [, stay] = /Names that people chose stay: (.*?)\. A part/.exec(text.replaceAll('\n', ' '))!;
    for (const [, name] of stay!.matchAll(/`(.*?)`/g)) expect(withoutGeneratedParts(name!).name).toBe(name);
  });
});
