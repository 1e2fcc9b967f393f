import { setTimeout as sleep } from 'node:timers/promises';
import { build } from './builds.js';
import { invoked } from './function.js';
import { startService } from './service.js';

const MAIL_SERVER_MS = 8;

let asked = 0;

startService('notification', (app) => {
  if (build.invocationsPerColdStart > 0) app.use(invoked(build.invocationsPerColdStart));
  app.post('/notifications', async (_request, response) => {
    asked += 1;
    if (isNth(build.notificationsPerRefusal)) {
      response.status(429).json({ error: 'too many at once' });
      return;
    }
    if (isNth(build.notificationsPerFault)) throw new Error('the mail server hung up');
    await sleep(MAIL_SERVER_MS);
    response.status(201).json({ sent: true });
  });
});

function isNth(every) {
  return every > 0 && asked % every === 0;
}
