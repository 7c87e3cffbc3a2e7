/**
 * What has passed disclosure control. Only this folder can make one, and only a `Released` can be printed, so that a
 * loader which forgets disclosure control does not compile.
 */
const made = new WeakSet<object>();

/** What a column of a released table is of. */
export interface DeclaredColumn {
  readonly kind: string;
  /** what is counted, or measured in; a key has none */
  readonly unit?: string;
  /** the smallest step of one of them; 0 where it has none */
  readonly grain?: number;
}

/** What a released value was made of. */
export type Provenance =
  | {readonly made: "rows"; readonly table: string; readonly columns: Readonly<Record<string, DeclaredColumn>>}
  | {readonly made: "estimate"; readonly method: string}
  /** as it was published before */
  | {readonly made: "standing"; readonly columns?: Readonly<Record<string, DeclaredColumn>>}
  | {readonly made: "description"; readonly of: Readonly<Record<string, string>>}
  | {
      readonly made: "derived";
      readonly from: readonly Provenance[];
      readonly columns?: Readonly<Record<string, DeclaredColumn>>;
    };

export class Released<T> {
  readonly #value: T;
  readonly provenance: Provenance;

  private constructor(value: T, provenance: Provenance) {
    this.#value = value;
    this.provenance = provenance;
    made.add(this);
  }

  get value(): T {
    return this.#value;
  }

  /** For the modules of this folder only; a test holds that no other calls it. */
  static of<T>(value: T, provenance: Provenance): Released<T> {
    return new Released(value, provenance);
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
