import {element} from "../../components/parts/element.js";
import {inWords} from "../inWords.js";

/** Each variable and what it is, for the variables pane. */
export function variableList(variables: Iterable<readonly [string, unknown]>): HTMLElement[] {
  const own = Array.from(variables, ([name, value]) => [
    element(document, "dt", {}, name),
    element(document, "dd", {}, inWords(value).slice(0, 120))
  ]);
  return own.length > 0 ? own.flat() : [element(document, "dt", {}, "No variables yet")];
}
