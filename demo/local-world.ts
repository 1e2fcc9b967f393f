import { type LocalXRay, startLocalXRay } from '../src/local/local-xray.js';
import { type LocalGitHub, startLocalGitHub } from './local-github.js';
import { type Build, type Deployment, startShop } from './shop-processes.js';
import type { Supervision } from './supervised.js';
import { warmUp } from './warm-up.js';

/** Everything that the action meets outside of its own process. */
export interface LocalWorld {
  readonly xray: LocalXRay;
  readonly github: LocalGitHub;
  /** Warm, and in the order in which their builds were given. */
  readonly deployments: readonly Deployment[];
  readonly processCount: number;
}

/**
 * Starts a local X-Ray, a local GitHub API and the builds of the shop, and warms them up. All of it ends with the
 * supervised story; a process of the shop that ends before cancels the story.
 */
export async function startLocalWorld(
  root: string,
  builds: readonly Build[],
  { signal, cancel, beforeLeaving }: Supervision,
): Promise<LocalWorld> {
  signal.throwIfAborted();
  const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
  beforeLeaving(() => xray.stop());
  signal.throwIfAborted();
  const github = await startLocalGitHub();
  beforeLeaving(() => github.stop());
  signal.throwIfAborted();
  const shop = startShop({ root, daemonAddress: xray.daemonAddress, builds, onLoss: cancel });
  beforeLeaving(() => shop.stop());
  const deployments = await shop.started;
  await warmUp(deployments, signal);
  return { xray, github, deployments, processCount: shop.processCount() };
}
