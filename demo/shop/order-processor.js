import { build } from './builds.js';
import { call } from './call.js';
import { required, startService } from './service.js';
import { attributes, getItem, putItem, query } from './tables.js';
import { voucherFor } from './vouchers.js';

const inventory = required('INVENTORY_URL');
const notification = required('NOTIFICATION_URL');
const fraudCheck = build.ordersPerFraudCheck > 0 ? required('FRAUD_CHECK_URL') : null;

let lastOrder = 2000;

startService('order-processor', (app) => {
  app.post('/orders', async (request, response) => {
    const { customer, basket } = request.body;
    const lines = await linesOf(customer, basket);
    await call('POST', `${inventory}/reservations`, { lines });
    for (let read = 0; read < build.lastOrderReads; read++) await getItem('orders', { id: 1042 });

    lastOrder += 1;
    const id = lastOrder;
    if (fraudCheck !== null && id % build.ordersPerFraudCheck === 0) {
      await call('POST', `${fraudCheck}/checks`, { customer });
    }
    const order = { id, customer, total: totalOf(lines) };
    await putItem('orders', order);
    await notify({ customer, order: order.id });

    const voucher = build.givesVouchers ? voucherFor(order) : null;
    response.status(201).json({ ...order, voucher });
  });

  app.get('/orders/:id', async (request, response) => {
    const order = await getItem('orders', { id: Number(request.params.id) });
    if (order === null) response.status(404).json({ error: 'no such order' });
    else response.json({ ...order, lines: await linesOf(order.customer, order.id) });
  });
});

/** A notification that the customer does not get is no reason to refuse the order. */
async function notify(order) {
  for (let retries = 0; ; retries++) {
    try {
      return await call('POST', `${notification}/notifications`, order);
    } catch (error) {
      if (error.status === 429 && retries < build.notificationRetries) continue;
      if (error.status === 429 || (error.status === 500 && build.notificationsPerFault > 0)) return null;
      throw error;
    }
  }
}

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
