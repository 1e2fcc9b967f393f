import { createHash, createHmac } from 'node:crypto';

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How a service reads a path to verify it: `as sent`, or decoded and `encoded anew`. AWS's documents leave it open, so a
 * signature should stand both. S3 alone takes it once.
 */
export type PathReading = 'as sent' | 'encoded anew' | 'S3';

/**
 * The signature that AWS computes of a request, by the steps of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, over the headers that
 * `authorization` names and the body as it came.
 */
export function expectedSignature(request: ReceivedRequest, secretKey: string, reading: PathReading): string {
  const { credential, signedHeaders } = readAuthorization(request.headers.authorization ?? '');
  const [, date, region, service] = credential.split('/');
  const time = request.headers['x-amz-date']!;
  const [path, query = ''] = request.target.split('?') as [string, string?];
  const canonicalRequest = [
    request.method,
    canonicalPath(path, reading),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${request.headers[name]!.trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const stringToSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest)].join('\n');
  const key = [date!, region!, service!, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secretKey}`);
  return hmac(key, stringToSign).toString('hex');
}

/** The parts of an `authorization` header. */
export function readAuthorization(header: string) {
  const { credential, signed, signature } =
    /^AWS4-HMAC-SHA256 Credential=(?<credential>\S+), SignedHeaders=(?<signed>\S+), Signature=(?<signature>[0-9a-f]{64})$/.exec(
      header,
    )!.groups!;
  return { credential: credential!, signedHeaders: signed!.split(';'), signature: signature! };
}

function canonicalPath(path: string, reading: PathReading): string {
  const segments = path.split('/');
  switch (reading) {
    case 'S3':
      return segments.map((segment) => encode(decodeURIComponent(segment))).join('/');
    case 'as sent':
      return segments.map(encode).join('/');
    case 'encoded anew':
      return segments.map((segment) => encode(encode(decodeURIComponent(segment)))).join('/');
  }
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  return query
    .split('&')
    .map((pair) => {
      const [name, value = ''] = pair.split('=').map((part) => encode(decodeURIComponent(part)));
      return [name!, value] as const;
    })
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function encode(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9_.~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
