import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { GateError } from '../src/errors.js';
import { endProcess } from './end-process.js';
import { lastLinesOf } from './last-lines.js';

/** The builds that `shop/builds.js` knows. */
export type Build =
  | 'v1'
  | 'v2-same'
  | `v2-slow-${5 | 10 | 20 | 50}`
  | 'v2-bad'
  | 'v2-slow-stock'
  | 'v2-one-more-read'
  | 'v2-retry-storm'
  | 'v2-throttled-table'
  | 'v2-swallowed-fault'
  | 'v2-rare-edge'
  | `${'v1' | 'v2-no'}-cache`
  | `${'v1' | 'v2'}-function`;

const CHECKING_FRAUD: readonly Build[] = ['v2-bad', 'v2-rare-edge'];

/** One running copy of a build. */
export interface Deployment {
  readonly build: Build;
  /** The address of its `api`. */
  readonly url: string;
}

export interface ShopOptions {
  /** The folder of the project. */
  readonly root: string;
  /** Where the X-Ray daemon listens, UDP and TCP: `127.0.0.1:2000`. */
  readonly daemonAddress: string;
  /** What to deploy; a build may be there more than once. */
  readonly builds: readonly Build[];
  /** Hears of a process that ends before `stop` was asked for. */
  readonly onLoss: (error: GateError) => void;
  /** Where the `api` of the first build listens; any free port unless said. */
  readonly port?: number;
  /** What instruments the services in the X-Ray SDK's place. */
  readonly instrumentation?: Instrumentation;
}

/** Something that Node loads before a service, and the environment that it reads. */
export interface Instrumentation {
  readonly nodeArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface Shop {
  /** Once all listen; a GateError with what a process wrote when one does not. */
  readonly started: Promise<readonly Deployment[]>;
  processCount(): number;
  /** Ends every process, whether all have started or not. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;

/**
 * Starts builds of the shop side by side, each service a process, all with one DynamoDB endpoint. Who calls nobody
 * starts first.
 */
export function startShop({ root, daemonAddress, builds, onLoss, port, instrumentation }: ShopOptions): Shop {
  const children: ChildProcess[] = [];
  let stopping = false;

  function start(file: string, build: Build, addresses: Readonly<Record<string, string>> = {}): Promise<string> {
    if (stopping) return Promise.reject(new Error('The shop is being stopped.'));
    const child = spawn(process.execPath, [...(instrumentation?.nodeArguments ?? []), join(root, 'demo/shop', file)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        AWS_REGION: 'eu-west-1',
        AWS_XRAY_DAEMON_ADDRESS: daemonAddress,
        BUILD: build,
        ...instrumentation?.environment,
        ...addresses,
      },
    });
    children.push(child);
    const written = lastLinesOf(child.stderr!);
    return new Promise((resolve, reject) => {
      const fail = (what: string) => {
        const error = new GateError(
          `demo/shop/${file} of build ${build} ${what}\n${written()}`.trimEnd(),
          'Run `npm ci` if a package is missing; demo/README.md shows how to start one service by hand.',
        );
        reject(error);
        if (!stopping) onLoss(error);
      };
      const limit = setTimeout(() => fail(`does not listen after ${START_LIMIT_MS / 1000} s.`), START_LIMIT_MS);
      child.once('message', ({ url }: { readonly url: string }) => {
        clearTimeout(limit);
        resolve(url);
      });
      child.once('error', (error) => fail(`could not be started: ${error.message}.`));
      // 'close' and not 'exit': by then everything that the process wrote has been read.
      child.once('close', (code, signal) => {
        clearTimeout(limit);
        fail(`ended (${signal ?? `exit code ${code}`}).`);
      });
    });
  }

  async function startBuild(build: Build, DYNAMODB_ENDPOINT: string, apiPort: number): Promise<string> {
    const [INVENTORY_URL, NOTIFICATION_URL, FRAUD_CHECK_URL] = await Promise.all([
      start('inventory.js', build, { DYNAMODB_ENDPOINT }),
      start('notification.js', build),
      CHECKING_FRAUD.includes(build) ? start('fraud-check.js', build) : '',
    ]);
    const called = { DYNAMODB_ENDPOINT, INVENTORY_URL, NOTIFICATION_URL, FRAUD_CHECK_URL };
    const ORDER_PROCESSOR_URL = await start('order-processor.js', build, called);
    return start('api.js', build, { ORDER_PROCESSOR_URL, PORT: String(apiPort) });
  }

  async function startAll(): Promise<Deployment[]> {
    const dynamodb = await start('dynamodb-endpoint.js', 'v1');
    return Promise.all(
      builds.map(async (build, i) => ({
        build,
        url: await startBuild(build, dynamodb, i === 0 ? (port ?? 0) : 0),
      })),
    );
  }

  return {
    started: startAll(),
    processCount: () => children.length,
    async stop() {
      stopping = true;
      await Promise.all(children.map((child) => endProcess(child)));
    },
  };
}
