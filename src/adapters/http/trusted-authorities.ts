import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';

/** Trusts the well-known authorities and those of NODE_EXTRA_CA_CERTS, and those in `ca` (PEM) beside them. */
export function trustedAuthorities(ca: string | null): SecureContext {
  return createSecureContext(ca === null ? {} : { ca: [...getCACertificates(), ca] });
}
