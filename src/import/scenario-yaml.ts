import type { ScenarioDocument } from './scenario-document.js';

/** A scenario file's text: YAML, with what was left out as comments at the top, a sentence each. */
export async function scenarioYaml(document: ScenarioDocument, leftOut: readonly string[]): Promise<string> {
  const { Document, isMap, visit } = await import('yaml');
  const yaml = new Document(document, { version: '1.2', aliasDuplicateObjects: false });
  visit(yaml, {
    // A blank line before each part of the file, none inside.
    Pair: (_, pair, path) => {
      const [, parent] = path;
      if (path.length === 2 && isMap(parent) && parent.items[0] !== pair && isScalarKey(pair.key))
        pair.key.spaceBefore = true;
    },
  });
  const comment = leftOut.flatMap((sentence) => wrapped(sentence)).map((line) => `# ${line}\n`);
  return `${comment.length === 0 ? '' : `${comment.join('')}\n`}${yaml.toString({ lineWidth: 0 })}`;
}

function isScalarKey(key: unknown): key is { spaceBefore: boolean } {
  return typeof key === 'object' && key !== null;
}

const WIDTH = 110;

/** A sentence as a list's entry, on as many lines as it takes; line breaks in it are blanks. */
function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  let line = '-';
  for (const word of sentence.split(/\s+/)) {
    if (line.length + word.length + 1 > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
