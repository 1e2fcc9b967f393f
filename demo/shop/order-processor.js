import { build } from './builds.js';
import { call } from './call.js';
import { required, startService } from './service.js';
import { attributes, getItem, putItem, query } from './tables.js';
import { voucherFor } from './vouchers.js';

const inventory = required('INVENTORY_URL');
const notification = required('NOTIFICATION_URL');
const fraudCheck = build.checksFraud ? required('FRAUD_CHECK_URL') : null;

let lastOrder = 2000;

startService('order-processor', (app) => {
  app.post('/orders', async (request, response) => {
    const { customer, basket } = request.body;
    const lines = await linesOf(customer, basket);
    await call('POST', `${inventory}/reservations`, { lines });
    if (fraudCheck !== null) await call('POST', `${fraudCheck}/checks`, { customer });

    lastOrder += 1;
    const order = { id: lastOrder, customer, total: totalOf(lines) };
    await putItem('orders', order);
    await call('POST', `${notification}/notifications`, { customer, order: order.id });

    const voucher = build.givesVouchers ? voucherFor(order) : null;
    response.status(201).json({ ...order, voucher });
  });

  app.get('/orders/:id', async (request, response) => {
    const order = await getItem('orders', { id: Number(request.params.id) });
    if (order === null) response.status(404).json({ error: 'no such order' });
    else response.json({ ...order, lines: await linesOf(order.customer, order.id) });
  });
});

function linesOf(customer, order) {
  return query({
    TableName: 'order-lines',
    ExpressionAttributeNames: { '#order': 'order' },
    ...(build.linesIndex === null
      ? {
          KeyConditionExpression: 'customer = :customer',
          FilterExpression: '#order = :order',
          ExpressionAttributeValues: attributes({ ':customer': customer, ':order': order }),
        }
      : {
          IndexName: build.linesIndex,
          KeyConditionExpression: '#order = :order',
          ExpressionAttributeValues: attributes({ ':order': order }),
        }),
  });
}

function totalOf(lines) {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}
