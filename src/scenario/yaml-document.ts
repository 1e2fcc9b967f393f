import { type Document, isAlias, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Part } from './part.js';
import type { Problems } from './problems.js';
import { DEEPEST, YamlTree } from './yaml-tree.js';

/** Reads a YAML 1.2 document, its aliases replaced by what they stand for. Returns null, and notes why, where it is none. */
export function readYaml(text: string, problems: Problems): Part | null {
  try {
    return read(text, problems);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser calls itself for each level.
    problems.add({ path: '', position: null }, `is more than ${DEEPEST} levels deep. Check its brackets.`);
    return null;
  }
}

function read(text: string, problems: Problems): Part | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  // Each warning is of a tag or a directive that means something to whoever wrote it. Most errors follow from the first.
  const broken = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const hint = (text.split('\n')[line - 1] ?? '').includes('{{')
      ? ' A text that begins with "{{", or has "{{" and stands within { } or [ ], must be in quotes.'
      : '';
    const isDeep = broken.code === 'RESOURCE_EXHAUSTION';
    const reason = isDeep ? 'It is nested too deeply.' : broken.message.replace(/\.?$/, '.');
    problems.add({ path: '', position: { line, column: col } }, `is not YAML as the gate reads it: ${reason}${hint}`);
    return null;
  }
  return new YamlTree(lines, aliasTargets(document), problems).read(document);
}

/** What each alias stands for: the last node before it with its anchor. */
function aliasTargets(document: Document): Map<Node, Node> {
  const targets = new Map<Node, Node>();
  const anchors = new Map<string, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
