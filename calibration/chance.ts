import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded stream of random numbers. Streams of different names have nothing in common, however alike the names. */
export class Chance {
  readonly #generator;

  constructor(...name: readonly (string | number)[]) {
    const text = name.join(' ');
    this.#generator = xoroshiro128plusFromState([0, 1, 2, 3].map((word) => hash(`${word} ${text}`)));
  }

  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Standard normal (Box & Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  happens(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** In an order of its own (Fisher & Yates). */
  shuffled<T>(of: readonly T[]): T[] {
    const mixed = [...of];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = Math.floor(this.uniform() * (i + 1));
      [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
    }
    return mixed;
  }
}

/** A whole number, 0 to 2³² − 1, for a text: FNV-1a, then the finaliser of MurmurHash3 (Appleby). */
export function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
