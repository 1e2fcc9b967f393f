import { build } from './builds.js';
import { startService } from './service.js';
import { attributes, getItem, query } from './tables.js';

startService('inventory', (app) => {
  app.post('/reservations', async (request, response) => {
    const { lines } = request.body;
    const stock = await stockOf(lines);
    const short = lines.filter(({ sku, quantity }) => (stock.get(sku) ?? 0) < quantity);
    if (short.length > 0) response.status(409).json({ error: `sold out: ${short.map(({ sku }) => sku).join(', ')}` });
    else response.status(201).json({ reserved: lines.length });
  });
});

let lastRead = new Map();
let ordersServed = 0;

async function stockOf(lines) {
  if (ordersServed % build.ordersPerStockRead === 0) lastRead = await readStock(lines);
  ordersServed += 1;
  return lastRead;
}

/** How many pieces there are of each stock-keeping unit. */
async function readStock(lines) {
  const found = build.readsStockAtOnce
    ? await query({
        TableName: 'stock',
        IndexName: build.stockIndex,
        KeyConditionExpression: 'warehouse = :warehouse',
        ExpressionAttributeValues: attributes({ ':warehouse': 'dublin' }),
      })
    : await Promise.all(lines.map(({ sku }) => getItem('stock', { sku })));
  return new Map(found.map(({ sku, pieces }) => [sku, pieces]));
}
