/**
 * A JSON value as an expression of JavaScript, over several lines. Objects have exactly the members that the value has,
 * also one called `__proto__`, and no line of it ends early in any version of the language.
 */
export function scriptLiteral(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return (
    json
      // At the start of a line only names of members have a colon behind them.
      .replace(/^( *)"__proto__":/gm, '$1["__proto__"]:')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029')
  );
}
