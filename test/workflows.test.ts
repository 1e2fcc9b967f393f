import { globSync, readFileSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';

describe('GitHub', () => {
  it.each([...globSync('.github/workflows/*.yml'), 'action.yml'])('finds nothing wrong in %s', async (path) => {
    const document = TextDocument.create(`file:///${path}`, 'yaml', 1, readFileSync(path, 'utf8'));
    const found = await validate(document);
    expect(found.map(({ range, message }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('would find a wrong key', async () => {
    const text = readFileSync('.github/workflows/check.yml', 'utf8').replace('runs-on:', 'runs-of:');
    const found = await validate(TextDocument.create('file:///.github/workflows/x.yml', 'yaml', 1, text));
    expect(found.map(({ message }) => message).join()).toContain('runs-of');
  });
});
