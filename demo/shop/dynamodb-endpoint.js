import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce } from './announce.js';

/**
 * As much of DynamoDB's JSON protocol as the shop uses: GetItem, PutItem, and Query with `name = :value` conditions.
 * Tables are in memory, and an answer takes as long as a busy table's would: a base time, and more for each item read
 * before the filter, times a log-normal factor, times what the index costs.
 */
const SPREAD = 0.15;
const MS_PER_ITEM_READ = 0.2;
const MOST_ITEMS = 10_000;

const tables = {
  orders: { baseMs: 5, key: 'id', items: [{ id: { N: '1042' }, customer: { S: 'ada' }, total: { N: '4350' } }] },
  // Ada has 31 baskets of two lines: 2 items read by index, 62 without, which is 40.4 ms against 52.4 ms.
  'order-lines': {
    baseMs: 40,
    key: 'id',
    items: Array.from({ length: 31 }, (_, i) => linesOfBasket(1030 + i)).flat(),
    // The same items; an answer takes so many times as long.
    slowIndexes: { 'by-order-slow-5': 1.05, 'by-order-slow-10': 1.1, 'by-order-slow-20': 1.2, 'by-order-slow-50': 1.5 },
  },
  stock: {
    baseMs: 6,
    key: 'sku',
    items: ['kettle', 'teapot'].map((sku) => ({ sku: { S: sku }, warehouse: { S: 'dublin' }, pieces: { N: '500' } })),
    slowIndexes: { 'by-warehouse-slow': 3 },
    throttledIndexes: { 'by-warehouse-throttled': 0.4 },
  },
};

function linesOfBasket(basket) {
  const line = (sku, quantity, price) => ({
    id: { S: `${basket}/${sku}` },
    customer: { S: 'ada' },
    order: { N: String(basket) },
    sku: { S: sku },
    quantity: { N: String(quantity) },
    price: { N: String(price) },
  });
  return [line('kettle', 1, 2950), line('teapot', 1, 1400)];
}

const operations = {
  GetItem(table, { Key }) {
    const Item = table.items.find((item) => equal(item[table.key], Key[table.key]));
    return { itemsRead: 1, answer: Item === undefined ? {} : { Item } };
  },

  PutItem(table, { Item }) {
    table.items.push(Item);
    if (table.items.length > MOST_ITEMS) table.items.splice(1, 1);
    return { itemsRead: 0, answer: {} };
  },

  Query(table, input) {
    const read = table.items.filter((item) => holds(input.KeyConditionExpression, item, input));
    const Items = read.filter((item) => holds(input.FilterExpression, item, input));
    return { itemsRead: read.length, answer: { Items, Count: Items.length, ScannedCount: read.length } };
  },
};

function holds(expression, item, { ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }) {
  if (expression === undefined) return true;
  const [name, value] = expression.split(' = ');
  return equal(item[ExpressionAttributeNames[name] ?? name], ExpressionAttributeValues[value]);
}

function equal(left, right) {
  return left?.S === right?.S && left?.N === right?.N;
}

announce('dynamodb', async (request, response) => {
  const input = JSON.parse(await bodyOf(request));
  const [, operation] = String(request.headers['x-amz-target']).split('.');
  const table = tables[input.TableName];
  if (!Object.hasOwn(operations, operation)) return refuse(response, 'UnknownOperationException', operation);
  if (table === undefined) return refuse(response, 'ResourceNotFoundException', input.TableName);

  if (Math.random() < (table.throttledIndexes?.[input.IndexName] ?? 0)) {
    return refuse(response, 'ProvisionedThroughputExceededException', 'The index has no capacity left.');
  }
  const { itemsRead, answer } = operations[operation](table, input);
  const slowness = table.slowIndexes?.[input.IndexName] ?? 1;
  await sleep((table.baseMs + MS_PER_ITEM_READ * itemsRead) * slowness * Math.exp(SPREAD * standardNormal()));
  send(response, 200, answer);
});

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

function refuse(response, type, message) {
  send(response, 400, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message });
}

function send(response, status, answer) {
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}

/** Box and Muller 1958. */
function standardNormal() {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}
