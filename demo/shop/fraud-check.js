import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from './service.js';

const SCORING_MS = 6;

startService('fraud-check', (app) => {
  app.post('/checks', async (_request, response) => {
    await sleep(SCORING_MS);
    response.status(201).json({ suspicious: false });
  });
});
