import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../src/input-list.js';
import { OUTPUTS } from '../src/outputs.js';
import { withActionYaml, withReadmeSections } from './support/generated-docs.js';

const actionText = readFileSync('action.yml', 'utf8');
const action = parse(actionText);
const readme = readFileSync('README.md', 'utf8');

describe('inputs and outputs', () => {
  it('are the same in the code and in action.yml', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS));
    for (const [name, input] of Object.entries(INPUTS)) {
      expect(action.inputs[name], name).toEqual({
        description: input.description,
        required: 'required' in input,
        ...(input.default === '' ? {} : { default: input.default }),
      });
    }
    expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS));
  });

  it('are written to action.yml and the README by npm run docs', async () => {
    await expect(withActionYaml(actionText)).toMatchFileSnapshot('../action.yml');
    await expect(withReadmeSections(readme)).toMatchFileSnapshot('../README.md');
  });

  it('require only the version, by themselves', () => {
    const required = Object.entries(action.inputs).filter(([, input]) => (input as { required: boolean }).required);
    expect(required.map(([name]) => name)).toEqual(['version']);
  });

  it('run on node24, from the bundle', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });
});

describe('documents', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', 'demo/*.md', '.github/**/*.{md,yml}']);

  it.each(documents)('%s links only to files that are there', (path) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const links = [...readFileSync(path, 'utf8').matchAll(/(?:\]\(|src=")(?!https?:|#|mailto:)([^)#\s"]+)/g)].map(
      ([, link]) => link!,
    );
    const missing = links.filter((link) => globSync(folder + decodeURIComponent(link)).length === 0);
    expect(missing).toEqual([]);
  });
});
