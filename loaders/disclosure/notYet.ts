import {NotIdentified} from "../../src/stats/errors/notIdentified.js";

/** A figure that was never published, of closed periods that differ in few persons from what was: it waits. */
export class NotYet extends NotIdentified {
  constructor(name: string) {
    super(`${name} was not published before, and a closed period differs in few persons from what was published`);
    this.name = "NotYet";
  }
}
