import { describe, expect, test } from 'vitest';
import { documentOf, type SpanFields } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

describe('http', () => {
  const url = (fields: SpanFields) => documentOf(fields).http?.request.url;
  const server = (attributes: SpanFields['attributes'] & object): SpanFields => ({
    kind: 'server',
    attributes: { 'http.request.method': 'GET', ...attributes },
  });
  const client = (attributes: SpanFields['attributes'] & object): SpanFields => ({
    ...server(attributes),
    kind: 'client',
  });

  test.each<[string, SpanFields, string | undefined]>([
    [
      'a whole URL',
      client({ 'url.full': 'https://api.example.com/users/junit' }),
      'https://api.example.com/users/junit',
    ],
    ['an old whole URL', server({ 'http.url': 'https://api.example.com/users' }), 'https://api.example.com/users'],
    [
      'scheme, host, path and query',
      client({ 'url.scheme': 'https', 'server.address': 'api.example.com', 'url.path': '/users', 'url.query': 'v=1' }),
      'https://api.example.com/users?v=1',
    ],
    [
      'a query that has its mark',
      server({ 'server.address': 'localhost', 'url.path': '/api', 'url.query': '?version=test' }),
      'http://localhost/api?version=test',
    ],
    [
      'a port',
      server({ 'url.scheme': 'http', 'server.address': 'kb234.example.com', 'server.port': 8080, 'url.query': 'a=b' }),
      'http://kb234.example.com:8080/?a=b',
    ],
    [
      'the port that goes without saying',
      server({ 'url.scheme': 'https', 'server.address': 'api.example.com', 'server.port': 443, 'url.path': '/users' }),
      'https://api.example.com/users',
    ],
    [
      'an old server',
      server({
        'http.scheme': 'https',
        'http.server_name': 'api.example.com',
        'net.host.port': '8443',
        'http.target': '/a?b',
      }),
      'https://api.example.com:8443/a?b',
    ],
    [
      'an old client',
      client({
        'http.scheme': 'http',
        'net.peer.name': 'kb234.example.com',
        'net.peer.port': 8080,
        'http.target': '/a',
      }),
      'http://kb234.example.com:8080/a',
    ],
    ['a host with its port', client({ 'http.host': 'foo.com:9', 'net.peer.port': 80 }), 'http://foo.com:9/'],
    ['no host', server({ 'url.scheme': 'http', 'url.path': '/users', 'client.address': '192.168.15.32' }), undefined],
  ])('the URL of %s', (_, fields, expected) => {
    expect(url(fields)).toBe(expected);
  });

  test('method, status, user agent, client and size', () => {
    const document = documentOf({
      ...server({
        'client.address': '192.168.15.32',
        'user_agent.original': 'PostmanRuntime/7.21.0',
        'http.response.status_code': 200,
      }),
      events: [
        {
          name: 'message',
          epochSeconds: 0,
          attributes: new Map<string, string | number>([
            ['message.type', 'RECEIVED'],
            ['messaging.message.body.size', 12452],
          ]),
        },
      ],
    });
    expect(document.http).toEqual({
      request: {
        method: 'GET',
        user_agent: 'PostmanRuntime/7.21.0',
        client_ip: '192.168.15.32',
        x_forwarded_for: true,
      },
      response: { status: 200, content_length: 12452 },
    });
    expect(document.metadata.default).not.toHaveProperty('client.address');
  });

  test('a client behind a proxy is known by its own address, and not as forwarded where the peer is known', () => {
    const { request } = documentOf(server({ 'client.address': '1.2.3.4', 'network.peer.address': '10.8.17.36' })).http;
    expect(request).toEqual({ method: 'GET', client_ip: '1.2.3.4', url: 'http:///' });
    expect(documentOf(server({ 'network.peer.address': '10.8.17.36' })).http.request.client_ip).toBe('10.8.17.36');
    expect(documentOf(server({ 'client.address': 'not an address' })).http.request).toEqual({ method: 'GET' });
  });

  test('a span that only has an address is not HTTP', () => {
    expect(documentOf({ attributes: { 'server.address': 'db' } })).not.toHaveProperty('http');
  });
});
