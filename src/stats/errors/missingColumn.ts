import {InvalidArgument} from "./invalidArgument.js";

/** A column was asked for that the table does not have. */
export class MissingColumn extends InvalidArgument {
  readonly column: string;

  constructor(column: string, known: Iterable<string>) {
    super(`missing column: ${column}; there are ${[...known].join(", ")}`, "missing_column");
    this.column = column;
  }
}
