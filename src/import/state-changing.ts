const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the method may change what the service keeps: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
export function changesState(method: string): boolean {
  return !READS.has(method.toUpperCase());
}

/** Says which operations change something each time; empty where none does. */
export function stateNote(operations: readonly string[]): string[] {
  const changing = [...new Set(operations.filter((operation) => changesState(operation.split(' ')[0]!)))];
  if (changing.length === 0) return [];
  return [
    `These requests change something each time they are sent; take out what the deployment must not get: ${listed(changing)}.`,
  ];
}

/** The first few of a list, and how many more there are. */
export function listed(texts: readonly string[], most = 6): string {
  const more = texts.length - most;
  return more > 0 ? `${texts.slice(0, most).join(', ')} and ${more} more` : texts.join(', ');
}
