import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from './service.js';

const MAIL_SERVER_MS = 8;

startService('notification', (app) => {
  app.post('/notifications', async (_request, response) => {
    await sleep(MAIL_SERVER_MS);
    response.status(201).json({ sent: true });
  });
});
