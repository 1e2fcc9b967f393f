/** Lines of a Markdown table; all columns but the first are aligned to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(head),
    `|-|${head
      .slice(1)
      .map(() => '-:|')
      .join('')}`,
    ...rows.map(line),
  ];
}
