/** The few values that come again and again, each with a number from 0. */
export class Repeated<T> {
  readonly #numbers = new Map<T, number>();
  readonly #values: T[] = [];

  numberOf(value: T): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }

  /** Of a number that {@link numberOf} gave. */
  valueOf(number: number): T {
    return this.#values[number] as T;
  }
}
