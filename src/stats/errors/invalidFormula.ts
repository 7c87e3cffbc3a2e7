import {InvalidArgument} from "./invalidArgument.js";

/** A formula that cannot be read; its message names the place. */
export class InvalidFormula extends InvalidArgument {
  constructor(message: string) {
    super(message);
    this.name = "InvalidFormula";
  }
}
