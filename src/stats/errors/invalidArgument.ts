export type InvalidArgumentCode = "invalid" | "missing_column" | "unknown_method";

/** What was asked cannot be asked: an option, a column or a value that the method does not take, whatever the data. */
export class InvalidArgument extends RangeError {
  readonly code: InvalidArgumentCode;

  constructor(message: string, code: InvalidArgumentCode = "invalid") {
    super(message);
    this.name = "InvalidArgument";
    this.code = code;
  }
}
