import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError, GateError } from '../src/errors.js';
import { type Build, startShop } from './shop-processes.js';
import { Interrupted, supervised } from './supervised.js';

/*
 * One build of the shop until Ctrl-C, as .github/workflows/gate.yml starts it in the background:
 *
 *   npx tsx demo/serve.ts --build v1 --port 8081 --root ../base
 */

const { values } = parseArgs({
  options: {
    build: { type: 'string', default: 'v1' },
    port: { type: 'string', default: '0' },
    root: { type: 'string', default: '.' },
  },
});

async function serve(): Promise<void> {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new GateError(`--port must be a port from 0 to 65535; got "${values.port}".`, 'Write it as 8081.');
  }
  await supervised(async ({ cancel, beforeLeaving }) => {
    const shop = startShop({
      root: resolve(values.root),
      daemonAddress: process.env.AWS_XRAY_DAEMON_ADDRESS ?? '127.0.0.1:2000',
      builds: [values.build as Build],
      port,
      onLoss: cancel,
    });
    beforeLeaving(() => shop.stop());
    const [deployment] = await shop.started;
    console.log(`${values.build} listens at ${deployment?.url}`);
    await new Promise(() => {});
  });
}

serve().catch((error: unknown) => {
  if (error instanceof Interrupted) return;
  console.error(error instanceof GateError ? describeError(error) : error);
  process.exitCode = 1;
});
