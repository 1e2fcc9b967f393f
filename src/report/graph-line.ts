/** A piece of a sentence: plain text, or a name that the application chose. */
export type Word = string | { readonly name: string };

/** One difference of the service graphs, in a line, unescaped. */
export interface GraphLine {
  readonly kind: 'denied' | 'new' | 'rewired' | 'allowed' | 'uncertain' | 'removed' | 'nodes' | 'same' | 'undecided';
  /** What the line begins with: `New`. */
  readonly label: string;
  readonly words: readonly Word[];
}

/** Whether a line is of what the versions do, rather than of what they are called. */
export function isDifference({ kind }: GraphLine): boolean {
  return kind !== 'same' && kind !== 'undecided';
}

/** Names with commas between them, and how many more there are. */
export function listed(names: readonly string[], most: number): Word[] {
  const words = names.slice(0, most).flatMap((name, i): Word[] => (i === 0 ? [{ name }] : [', ', { name }]));
  return names.length > most ? [...words, ` and ${names.length - most} more`] : words;
}
