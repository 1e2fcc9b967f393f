import { describe, expect, it } from 'vitest';
import { faultOf, UnsendableRequest } from '../../../src/adapters/http/network-error.js';

const anError = (code: string, message = code, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('an error of the network', () => {
  it.each(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOBUFS', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])(
    'is the runner’s own with %s',
    (code) => expect(faultOf(anError(code)).kind).toBe('not sent'),
  );

  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'EPROTO',
  ])('is the target’s with %s', (code) => expect(faultOf(anError(code)).kind).toBe('failed'));

  it('of several addresses is the runner’s only where each of them is', () => {
    const noRoute = anError('ENETUNREACH', 'connect ENETUNREACH ::1:80');
    const refused = anError('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:80');
    expect(faultOf(new AggregateError([noRoute, refused]))).toEqual({
      kind: 'failed',
      error: 'connect ENETUNREACH ::1:80; connect ECONNREFUSED 127.0.0.1:80',
    });
    expect(faultOf(new AggregateError([noRoute])).kind).toBe('not sent');
  });

  it('of a request that cannot be written is the runner’s', () => {
    expect(faultOf(new UnsendableRequest('no such method'))).toEqual({ kind: 'not sent', error: 'no such method' });
  });

  it("of TLS is told without OpenSSL's source lines", () => {
    const message =
      'write EPROTO 40A7F0:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/ssl/record.c:354:\n';
    expect(faultOf(anError('EPROTO', message)).error).toBe('it does not agree on TLS: wrong version number (EPROTO)');
  });

  it('without words has at least its code', () => {
    expect(faultOf(anError('EWEIRD', '')).error).toBe('EWEIRD');
    expect(faultOf(new Error('')).error).toBe('the connection failed');
  });
});
