/**
 * The cookies of a scenario's own header and those that answers have set, as a browser sends them: all of them, and of
 * the same name that of the answers. Both in the form of the header `cookie` (RFC 6265, section 4.2.1).
 */
export function cookieHeader(fixed: string, set: string): string {
  const names = new Set(cookiesOf(set).map(nameOf));
  return [...cookiesOf(fixed).filter((cookie) => !names.has(nameOf(cookie))), ...cookiesOf(set)].join('; ');
}

function cookiesOf(header: string): string[] {
  return header
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');
}

function nameOf(cookie: string): string {
  return cookie.split('=', 1)[0]!.trim();
}
