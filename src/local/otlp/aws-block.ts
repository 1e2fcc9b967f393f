import type { Resource, ResourceAws } from './resource.js';
import { type Attributes, type AttributeValue, textOf } from './span.js';

/** The attributes that `aws` takes up; they are not repeated in the metadata. */
export const TAKEN_BY_AWS: ReadonlySet<string> = new Set([
  'rpc.method',
  'aws.operation',
  'aws.account_id',
  'aws.region',
  'aws.request_id',
  'aws.requestId',
  'aws.queue_url',
  'aws.queue.url',
  'aws.table_name',
  'aws.table.name',
]);

export interface AwsBlock extends ResourceAws {
  readonly operation: string | undefined;
  readonly region: string | undefined;
  readonly request_id: string | undefined;
  readonly queue_url: string | undefined;
  readonly table_name: string | undefined;
  readonly table_names: readonly AttributeValue[] | undefined;
}

/** A segment's `aws`; undefined in another cloud. As `makeAws` of the collector's X-Ray exporter. */
export function awsBlock(attributes: Attributes, resource: Resource): AwsBlock | undefined {
  if (resource.aws === null) return undefined;
  const text = (...keys: readonly string[]) => textOf(attributes, ...keys) || undefined;
  const tables = attributes.get('aws.dynamodb.table_names');
  const several = Array.isArray(tables) && tables.length > 1;
  return {
    ...resource.aws,
    account_id: text('aws.account_id') ?? resource.aws.account_id,
    operation: text('aws.operation', 'rpc.method'),
    region: text('aws.region'),
    request_id: text('aws.request_id', 'aws.requestId'),
    queue_url: text('messaging.url', 'aws.queue_url', 'aws.queue.url'),
    table_name: several ? undefined : (onlyTable(tables) ?? text('aws.table_name', 'aws.table.name')),
    table_names: several ? tables : undefined,
  };
}

function onlyTable(tables: AttributeValue | undefined): string | undefined {
  const table = Array.isArray(tables) ? tables[0] : tables;
  return typeof table === 'string' && table !== '' ? table : undefined;
}

/** The same without what only a call has, for the segment of the service that made the call. */
export function withoutCall(aws: AwsBlock): AwsBlock {
  return {
    ...aws,
    account_id: undefined,
    operation: undefined,
    region: undefined,
    request_id: undefined,
    queue_url: undefined,
    table_name: undefined,
    table_names: undefined,
  };
}
