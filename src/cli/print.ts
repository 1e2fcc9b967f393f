/** A line, or several, on standard output. Returns the exit code of a command that is done with it. */
export function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}
