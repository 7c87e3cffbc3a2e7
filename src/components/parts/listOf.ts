import {element} from "./element.js";

export function listOf(document: Document, items: readonly (string | Node)[]): Element {
  return element(document, "ul", {}, ...items.map((item) => element(document, "li", {}, item)));
}
