import {parseHTML} from "linkedom";

/**
 * An empty document in which figures and tables are drawn before a page is built: it has what drawing asks for, in a third
 * of the time and memory of a browser's whole.
 */
export function drawingDocument(): Document {
  const {document} = parseHTML("<!doctype html><html><head></head><body></body></html>");
  writeAttributesWhole(document);
  return document;
}

/** The package leaves "&" in attributes as it is, so that a name such as "R&lt;D" would be read as another. */
function writeAttributesWhole(document: Document): void {
  const attribute = Object.getPrototypeOf(document.createAttribute("id")) as {toString(): string};
  attribute.toString = function written(this: Attr) {
    return `${this.name}="${this.value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  };
}
