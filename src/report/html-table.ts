import { type Markup, markup } from './markup.js';

export interface Column {
  readonly label: string;
  /** Numbers stand right, in figures of one width. */
  readonly numbers?: boolean;
}

/**
 * A table whose first column names the rows. With `folds` each row becomes a card where the page is narrow; the roles
 * keep it a table for a screen reader there.
 */
export function table(
  caption: Markup,
  columns: readonly Column[],
  rows: readonly (readonly Markup[])[],
  folds = false,
): Markup {
  const heads = columns.map(
    ({ label, numbers }) => markup`<th scope="col" role="columnheader"${numbers ? NUMBERS : NOTHING}>${label}</th>`,
  );
  return markup`<div class="scroll"${folds ? NOTHING : FOCUS}><table role="table"${folds ? FOLDS : NOTHING}>
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${rows.map((cells) => markup`<tr role="row">${cells.map((cell, i) => cellOf(cell, columns[i]!, i))}</tr>\n`)}</tbody>
</table></div>`;
}

const NOTHING = markup``;
const NUMBERS = markup` class="n"`;
const FOLDS = markup` class="folds"`;
// A part that scrolls must be reachable without a mouse.
const FOCUS = markup` tabindex="0"`;

function cellOf(cell: Markup, { label, numbers }: Column, index: number): Markup {
  return index === 0
    ? markup`<th scope="row" role="rowheader">${cell}</th>`
    : markup`<td role="cell" data-label="${label}"${numbers ? NUMBERS : NOTHING}>${cell}</td>`;
}
