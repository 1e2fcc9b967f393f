import { call } from './call.js';
import { required, startService } from './service.js';

const orderProcessor = required('ORDER_PROCESSOR_URL');

startService('api', (app) => {
  app.post('/orders', async (request, response) => {
    const { customer = 'ada', basket = 1042 } = request.body ?? {};
    response.status(201).json(await call('POST', `${orderProcessor}/orders`, { customer, basket }));
  });

  app.get('/orders/:id', async (request, response) => {
    response.json(await call('GET', `${orderProcessor}/orders/${encodeURIComponent(request.params.id)}`));
  });
});
