/** An input on which something has gone wrong elsewhere, and its right answer. */
export interface FieldCase {
  readonly id: string;
  readonly kind?: string;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly input?: Readonly<Record<string, unknown>> | string;
  /** the text of a CSV file, where it reads one */
  readonly file?: string;
  /** `refuse` and `warning` are parts of a message, `dropped` the whole list or its sum, the others paths into the result */
  readonly expected: Expected | string;
  readonly tolerance?: number;
}

export type Expected = Readonly<Record<string, unknown>>;
