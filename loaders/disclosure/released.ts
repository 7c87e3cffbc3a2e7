/**
 * What has passed disclosure control. Only this folder can make one, and only a `Released` can be printed, so that a
 * loader which forgets disclosure control does not compile.
 */
const made = new WeakSet<object>();

export class Released<T> {
  readonly #value: T;

  private constructor(value: T) {
    this.#value = value;
    made.add(this);
  }

  get value(): T {
    return this.#value;
  }

  /** For the modules of this folder only; a test holds that no other calls it. */
  static of<T>(value: T): Released<T> {
    return new Released(value);
  }
}

/**
 * The JSON of what was released, the same bytes for the same value.
 *
 * @throws {TypeError} if it was not made by disclosure control
 * @throws {RangeError} if it holds a number that is not finite
 */
export function printReleased(released: Released<unknown>): string {
  if (!made.has(released)) throw new TypeError("not a released value");
  return `${JSON.stringify(released.value, (key, value: unknown) => {
    if (typeof value === "bigint") return Number(value);
    if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a finite number: ${key}`);
    return value;
  })}\n`;
}
