import type { Step } from '../scenario/workload.js';
import { type RequestMaker, requestMaker } from './outgoing-request.js';
import type { DrivenSide } from './plan.js';
import { Reach } from './reach.js';

/** Where one side's requests go. */
export class Destination {
  readonly side: DrivenSide;
  readonly reach: Reach;
  readonly #url: URL;
  readonly #makers = new Map<Step, RequestMaker>();

  constructor(side: DrivenSide, url: URL) {
    this.side = side;
    this.reach = new Reach(side, url);
    this.#url = url;
  }

  /** Made once for each step. */
  makerOf(step: Step): RequestMaker {
    let maker = this.#makers.get(step);
    if (maker === undefined) {
      maker = requestMaker(step, this.#url);
      this.#makers.set(step, maker);
    }
    return maker;
  }
}
