import { deniedLines } from './denied-alone.js';
import { code, markdown } from './escape.js';
import { type GraphLine, isDifference } from './graph-line.js';
import { graphLines } from './graph-words.js';
import { serviceGraphDiagram } from './mermaid.js';
import type { Compared, Report } from './report.js';

const MOST_LINES = 40;

/** The service graphs' difference, a line each, and both graphs as one diagram; folded away where they are the same. */
export function graphSection(compared: Compared): string {
  if (compared.edges.length === 0) return '';
  const all = graphLines(compared);
  const lines = all.slice(0, MOST_LINES).map(lineMarkdown);
  if (all.length > MOST_LINES) lines.push(`- …and ${all.length - MOST_LINES} more in the report.`);
  const diagram = `\`\`\`mermaid\n${serviceGraphDiagram(compared)}\n\`\`\``;
  const body = [...(lines.length > 0 ? [lines.join('\n')] : []), diagram].join('\n\n');
  const changed = all.some(isDifference) || compared.findings.some(({ place }) => place.edge !== undefined);
  return changed
    ? `### Service graph\n\n${body}`
    : `<details>\n<summary>Service graph: no edge is new or gone</summary>\n\n${body}\n\n</details>`;
}

/** Of a build with nothing to compare with. */
export function deniedSection(report: Report): string {
  const lines = deniedLines(report);
  const more = lines.length > MOST_LINES ? [`- …and ${lines.length - MOST_LINES} more in the report.`] : [];
  const shown = [...lines.slice(0, MOST_LINES).map(lineMarkdown), ...more];
  return shown.length === 0 ? '' : `### Service graph\n\n${shown.join('\n')}`;
}

function lineMarkdown({ label, words }: GraphLine): string {
  return `- ${label}: ${words.map((word) => (typeof word === 'string' ? escaped(word) : code(word.name))).join('')}`;
}

/** Between words the spaces stay that {@link markdown} trims. */
function escaped(text: string): string {
  const [, before, inside, after] = /^(\s*)(.*?)(\s*)$/su.exec(text)!;
  const prose = inside!.split(' ').map(markdown).join(' ');
  return `${before}${prose}${after}`;
}
