import { extname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Part } from './part.js';
import type { Reading } from './reading.js';
import type { Value } from './template.js';
import { readNamedFile } from './text-file.js';

/**
 * The rows of the file that a variable names: of a CSV file (RFC 4180) with a header line, objects of texts; of JSON, the
 * elements of its array. Blanks around a CSV value count only within quotes. Empty, and notes why, where there are none.
 */
export async function readRows(part: Part, reading: Reading): Promise<readonly Value[]> {
  const file = await readNamedFile(part, reading, 'customers.csv');
  if (file === null) return [];
  const rows = READERS[extname(file.name).toLowerCase()]?.(file.text);
  if (rows === undefined) reading.problems.wrong(part, 'a .csv or .json file', 'customers.csv');
  else if (typeof rows !== 'string' && rows.length > 0) return rows;
  else {
    const reason = typeof rows === 'string' ? rows : 'has no rows';
    reading.problems.add(part.place, `names ${file.name}, which ${reason}. ${ROWS}`);
  }
  return [];
}

/** Rows, or what is wrong with the file's text. */
type Rows = readonly Value[] | string;

const READERS: { readonly [extension: string]: (text: string) => Rows } = { '.csv': csvRows, '.json': jsonRows };
const ROWS = 'Give a CSV file with a header line and rows, or a JSON array.';

function csvRows(text: string): Rows {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `is not CSV: ${error.message}`;
  }
  const [header = [], ...rows] = lines;
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) return `has two columns "${twice.slice(0, 80)}"`;
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

function jsonRows(text: string): Rows {
  try {
    const rows: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(rows) ? rows : 'is no JSON array';
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
}
