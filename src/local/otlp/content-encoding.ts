import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { OtlpError } from './otlp-error.js';

const gunzipBody = promisify(gunzip);
const inflateBody = promisify(inflate);

/**
 * The body without its compression. Throws an OtlpError where it is not what its Content-Encoding says (400), has more
 * than `maxBytes` when unpacked (413), or has an encoding that is not known (415).
 */
export async function decompress(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
    case 'none':
      return body;
    case 'gzip':
    case 'x-gzip':
      return orRefuse(gunzipBody(body, { maxOutputLength: maxBytes }), maxBytes);
    case 'deflate':
      return orRefuse(inflateBody(body, { maxOutputLength: maxBytes }), maxBytes);
    default:
      throw new OtlpError(415, `Content-Encoding must be gzip, deflate or identity; got "${encoding}".`, {
        'accept-encoding': 'gzip, deflate',
      });
  }
}

async function orRefuse(unpacked: Promise<Buffer>, maxBytes: number): Promise<Buffer> {
  try {
    return await unpacked;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) throw new OtlpError(413, `The request body has more than ${maxBytes} bytes when unpacked.`);
    throw new OtlpError(400, `The request body cannot be unpacked: ${(error as Error).message}.`);
  }
}
