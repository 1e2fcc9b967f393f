import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { traced } from './instrumentation.js';
import { required } from './service.js';

const client = traced(
  new DynamoDBClient({
    region: process.env.AWS_REGION ?? 'eu-west-1',
    endpoint: required('DYNAMODB_ENDPOINT'),
    credentials: { accessKeyId: 'demo', secretAccessKey: 'demo' },
  }),
);

/** The items of a query, as plain objects. */
export async function query(input) {
  const { Items } = await client.send(new QueryCommand(input));
  return Items.map(plain);
}

/** One item as a plain object, or null. */
export async function getItem(table, key) {
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: attributes(key) }));
  return Item === undefined ? null : plain(Item);
}

export async function putItem(table, item) {
  await client.send(new PutItemCommand({ TableName: table, Item: attributes(item) }));
}

/** `{ id: 42, name: 'x' }` as DynamoDB writes it: `{ id: { N: '42' }, name: { S: 'x' } }`. */
export function attributes(item) {
  const entries = Object.entries(item);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? { N: String(value) } : { S: value }]),
  );
}

function plain(item) {
  const entries = Object.entries(item);
  return Object.fromEntries(entries.map(([name, { N, S }]) => [name, N === undefined ? S : Number(N)]));
}
