import { describe, expect, test } from 'vitest';
import { documentOf } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

describe('sql', () => {
  const query = 'call update_user_preference( ?, ?, ? )';

  test.each([
    [
      'of today',
      {
        'db.system.name': 'mysql',
        'db.namespace': 'customers',
        'db.query.text': query,
        'user.name': 'userprefsvc',
        'server.address': 'db.dev.example.com',
      },
      'localhost/customers',
    ],
    [
      'of before',
      {
        'db.system': 'mysql',
        'db.name': 'customers',
        'db.statement': query,
        'db.user': 'userprefsvc',
        'db.connection_string': 'mysql://db.dev.example.com:3306',
      },
      'mysql://db.dev.example.com:3306/customers',
    ],
  ])('a query in the conventions %s', (_, attributes, connection) => {
    const document = documentOf({ name: query, attributes: { ...attributes, 'enterprise.app.id': '25F2E73B' } });
    expect(document.name).toBe('customers@db.dev.example.com');
    expect(document.sql).toEqual({
      url: query,
      connection_string: connection,
      database_type: 'mysql',
      user: 'userprefsvc',
      sanitized_query: query,
    });
    expect(document.metadata).toEqual({ default: { 'enterprise.app.id': '25F2E73B' } });
  });

  test('another database is metadata', () => {
    const document = documentOf({
      attributes: { 'db.system': 'redis', 'db.statement': 'GET a', 'net.peer.name': 'cache' },
    });
    expect(document.name).toBe('cache');
    expect(document).not.toHaveProperty('sql');
    expect(document.metadata).toEqual({ default: { 'db.system': 'redis', 'db.statement': 'GET a' } });
  });
});
