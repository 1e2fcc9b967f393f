import { describe, expect, test } from 'vitest';
import { plainOf } from '../../src/scenario/part.js';
import { Problems, ScenarioError } from '../../src/scenario/problems.js';
import { readYaml } from '../../src/scenario/yaml-document.js';

function read(text: string): unknown {
  const problems = new Problems();
  const part = readYaml(text, problems);
  problems.throwIfAny('f.yml');
  return plainOf(part!);
}

function problemsIn(text: string): readonly string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}

/** Nine values, nine times nine, and so on. */
function bomb(levels: number): string {
  const names = 'abcdefghij'.slice(0, levels + 1).split('');
  const lines = names.map((name, i) => `${name}: &${name} [${Array(9).fill(i === 0 ? 'x' : `*${names[i - 1]}`)}]`);
  return lines.join('\n');
}

describe('YAML', () => {
  test('is read with its aliases in place', () => {
    const text = 'a: &a { x: [1, &b two] }\nb: *a\nc: [*b, *b]\nd: &a 3\ne: *a';
    expect(read(text)).toEqual({ a: { x: [1, 'two'] }, b: { x: [1, 'two'] }, c: ['two', 'two'], d: 3, e: 3 });
  });

  test('has each value where it stands, and what an alias stands for where the alias is', () => {
    const problems = new Problems();
    const part = readYaml('a:\n  - &x 1\nb: { c: *x, d: }', problems)!;
    const places: string[] = [];
    const visit = ({ place: { path, position }, content }: typeof part): void => {
      places.push(`${path}@${position?.line}:${position?.column}`);
      if (content.kind === 'list') content.elements.forEach(visit);
      if (content.kind === 'map') for (const member of content.members) visit(member.part);
    };
    visit(part);
    expect(places).toEqual(['@1:1', 'a@2:3', 'a[0]@2:8', 'b@3:4', 'b.c@3:9', 'b.d@3:16']);
  });

  test.each([
    [
      'an open quote',
      'a: 1\nb: "x',
      'line 2, column 6: the file is not YAML as the gate reads it: Missing closing "quote.',
    ],
    [
      'a tab',
      'a:\n\tb: 1',
      'line 2, column 1: the file is not YAML as the gate reads it: Tabs are not allowed as indentation.',
    ],
    [
      'two documents',
      'a: 1\n---\nb: 1',
      'line 2, column 1: the file is not YAML as the gate reads it: Source contains multiple documents',
    ],
    [
      'an unknown tag',
      'a: !secret b',
      'line 1, column 4: the file is not YAML as the gate reads it: Unresolved tag: !secret.',
    ],
    ['binary', 'a: !!binary aGk=', 'Unresolved tag'],
    ['a key twice', 'a:\n  b: 1\n  b: 2', 'line 3, column 3: a.b is there twice, first in line 2. Remove one of them.'],
    ['a key twice in other ways', 'a: 1\n"a": 2', 'line 2, column 1: a is there twice, first in line 1.'],
    ['a map as key', '? { a: 1 }\n: 2', 'the file has a key that is not text. Write it in quotes.'],
    [
      'a merge key',
      'a: &a { x: 1 }\nb: { <<: *a }',
      'b["<<"] is a merge key, which YAML 1.2 has no more. Write the keys out.',
    ],
    ['a loose alias', 'a: *b', 'line 1, column 4: a is the alias *b, but nothing before it has the anchor &b.'],
    [
      'a placeholder without quotes',
      'a:\n  b: {{ c.d }}',
      'line 2, column 6: a.b has {{c.d}} without quotes, which is a map to YAML. Write it as "{{c.d}}".',
    ],
    [
      'a placeholder that goes on',
      'a: {{b}}/c',
      'A text that begins with "{{", or has "{{" and stands within { } or [ ], must be in quotes.',
    ],
    ['a placeholder within braces', 'a: { b: /c/{{d}} }', 'must be in quotes.'],
    ['an alias of itself', 'a: &a [*a]', 'the file is more than 100 levels deep. Check its aliases and brackets.'],
    ['101 levels', `${'['.repeat(102)}${']'.repeat(102)}`, 'more than 100 levels deep'],
    ['100,000 levels', '['.repeat(100_000), 'It is nested too deeply.'],
    ['a bomb of aliases', bomb(9), 'the file has aliases that stand for more than 100000 values.'],
  ])('with %s is wrong', (_, text, says) => {
    expect(problemsIn(text)).toEqual([expect.stringContaining(says)]);
  });

  test('may repeat much by aliases, within reason', () => {
    expect(problemsIn(bomb(3))).toEqual([]);
    expect(read(`a: &a x\nb: [${Array(5000).fill('*a')}]`)).toMatchObject({ b: Array(5000).fill('x') });
  });
});
