import { expect, test } from 'vitest';
import { markdown, mermaid } from '../../src/report/escape.js';

/** Mermaid's own, of a directive that it looks for in all of a diagram: packages/mermaid/src/diagram-api/regexes.ts */
const DIRECTIVE = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;

test.each(["%%{init: {'theme':'forest'}}%%", '%%{a: b', '%%{a: -', '%%{wrap}%%'])(
  '%s in a label is no directive',
  (name) => {
    expect(name).toMatch(DIRECTIVE);
    expect(mermaid(name)).not.toMatch(DIRECTIVE);
    expect(mermaid(name)).not.toMatch(/[%{}']/);
  },
);

test('marks in a label are drawn as they are', () => {
  const drawn = mermaid("100 % of {id}'s").replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  expect(drawn).toBe("100 % of {id}'s");
});

const COMMIT = '3e5c1e60269ae0329094de131227285d4682b665';

test.each(['GH-7', 'gh-12 and GH-7', COMMIT, `shop@${COMMIT}`, `${COMMIT}.`])('%s is no reference', (name) => {
  const shown = markdown(name);
  expect(shown).not.toMatch(/\bgh-\d|[\da-f]{7}/i);
  expect(shown.replaceAll('<!-- -->', '').replaceAll('&#64;', '@')).toBe(name);
});

test.each(['high-7', 'GH-', '0123456789abcdef0123456789abcdef'])('%s stays as it is', (name) => {
  expect(markdown(name)).toBe(name);
});
