/** Errors that say something of this machine, not of the target. */
const LOCAL_ERRORS = new Set([
  'EMFILE',
  'ENFILE',
  'EADDRNOTAVAIL',
  'ENOBUFS',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The request cannot be written as HTTP: nothing was sent. */
export class UnsendableRequest extends TypeError {}

/** The target closed the connection; `when` says how far the exchange had come. */
export class ConnectionClosed extends Error {
  constructor(when: string) {
    super(`the target closed the connection ${when} (ECONNRESET)`);
  }
}

/** Whose fault it is that a request came to nothing, and what happened, in words that go on after a colon. */
export function faultOf(error: Error): { readonly kind: 'failed' | 'not sent'; readonly error: string } {
  return { kind: isLocal(error) ? 'not sent' : 'failed', error: describe(error) };
}

function isLocal(error: NodeJS.ErrnoException): boolean {
  // Several addresses were tried: one that this machine could reach, and that refused, is the target's.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isLocal);
  return error instanceof UnsendableRequest || LOCAL_ERRORS.has(error.code ?? '');
}

function describe(error: NodeJS.ErrnoException & { readonly reason?: string }): string {
  // Several addresses were tried, and each failed: Node's message is then empty.
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  const { code = '', message } = error;
  if (isUntrusted(code)) {
    return `this runner does not trust its certificate: ${message} (${code}). NODE_EXTRA_CA_CERTS may name a file with the authority to trust`;
  }
  if (code.startsWith('HPE_'))
    return `what came is not an answer in HTTP/1.1: ${/\((.*)\)$/.exec(message)?.[1] ?? message} (${code})`;
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return `its certificate is not valid: ${message}`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `its certificate is for another name: ${error.reason ?? message}`;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    // OpenSSL's message has its own source files and line numbers in it.
    const reason = error.reason ?? /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? message;
    return `it does not agree on TLS: ${reason} (${code})`;
  }
  return message || code || 'the connection failed';
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
function isUntrusted(code: string): boolean {
  return /SELF_SIGNED_CERT|^UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)|^CERT_UNTRUSTED$/.test(code);
}
