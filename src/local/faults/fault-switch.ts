import type { Faults } from './faults.js';
import { parseFaults } from './read-faults.js';

/** `before` is null the first time. */
type Follower = (now: Faults, before: Faults | null) => void;

/** The faults in effect, which can be changed while the local X-Ray runs. */
export class FaultSwitch {
  #faults: Faults;
  readonly #followers: Follower[] = [];

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  get faults(): Faults {
    return this.#faults;
  }

  /** Is called at once, and whenever faults are set. */
  follow(follower: Follower): void {
    this.#followers.push(follower);
    follower(this.#faults, null);
  }

  /** Sets those that the JSON text names. Throws a GateError and changes nothing where it is wrong. */
  set(text: string): void {
    const before = this.#faults;
    this.#faults = parseFaults(text, before);
    for (const follower of this.#followers) follower(this.#faults, before);
  }
}
