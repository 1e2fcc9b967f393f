import { type Span, textOf } from './span.js';

/** The attributes that `sql` takes up, where there is one. */
export const TAKEN_BY_SQL: ReadonlySet<string> = new Set([
  'db.connection_string',
  'db.system',
  'db.system.name',
  'db.name',
  'db.namespace',
  'db.statement',
  'db.query.text',
  'db.user',
  'user.name',
]);

const SQL_SYSTEMS: ReadonlySet<string> = new Set([
  'db2',
  'derby',
  'hive',
  'mariadb',
  'mssql',
  'mysql',
  'oracle',
  'postgresql',
  'sqlite',
  'teradata',
  'other_sql',
  'ibm.db2',
  'microsoft.sql_server',
  'oracle.db',
]);

/** A subsegment's `sql`; undefined where the span is no SQL query. As `makeSQL` of the collector's X-Ray exporter. */
export function sqlBlock({ attributes, name }: Span): object | undefined {
  const system = textOf(attributes, 'db.system.name', 'db.system');
  if (!SQL_SYSTEMS.has(system)) return undefined;
  const host = textOf(attributes, 'db.connection_string') || 'localhost';
  return {
    url: name,
    connection_string: `${host}/${textOf(attributes, 'db.namespace', 'db.name')}`,
    database_type: system,
    user: textOf(attributes, 'db.user', 'user.name') || undefined,
    sanitized_query: textOf(attributes, 'db.query.text', 'db.statement') || undefined,
  };
}
