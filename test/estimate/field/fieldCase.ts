export interface FieldCase {
  readonly id: string;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly file?: string;
  /** `refuse` and `warning` are parts of a message, `dropped` the whole list, the others paths into the result */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance?: number;
}
