import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');

/**
 * A key that guards nothing, and certificates that it signed itself, for localhost, 127.0.0.1 and ::1: one from 2020 to
 * 2120, one that has expired. Made with `openssl ca -selfsign`.
 */
export const LOCALHOST = { key: read('localhost-key.pem'), cert: read('localhost-cert.pem') };
export const EXPIRED = { key: LOCALHOST.key, cert: read('expired-cert.pem') };
