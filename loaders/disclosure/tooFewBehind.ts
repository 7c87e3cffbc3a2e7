import {NotIdentified} from "../../src/stats/errors/notIdentified.js";

/** Too few persons, or degrees of freedom, stand behind a model for any of it to leave: to a reader, it is not there. */
export class TooFewBehind extends NotIdentified {
  readonly least: number;
  readonly of: "persons" | "residual degrees of freedom";

  constructor(method: string, least: number, of: TooFewBehind["of"]) {
    super(`a model with fewer than ${least} ${of} behind a term is not released: ${method}`);
    this.name = "TooFewBehind";
    this.least = least;
    this.of = of;
  }
}
