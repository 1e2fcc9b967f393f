import type { Insight } from '../report/insight.js';
import type { SearchWindow } from './search-window.js';

/** Where groups of traces are kept: AWS X-Ray, or the local X-Ray. Owned by who limits a run to one. */
export interface GroupSource {
  /** Every group there is. Throws GateError where they cannot be had. */
  readonly all: () => Promise<readonly Group[]>;
  /** Insights of a group, named by its name or ARN, that were active at some time in the window, newest first. Throws GateError. */
  readonly insights: (group: string, window: SearchWindow) => Promise<readonly Insight[]>;
}

export interface Group {
  readonly name: string;
  readonly arn: string;
  /** Whether X-Ray looks for insights in it. */
  readonly insightsEnabled: boolean;
}
