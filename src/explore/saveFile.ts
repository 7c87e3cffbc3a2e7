import {element} from "../components/parts/element.js";

/** Gives the reader a file. */
export function saveFile(
  document: Document,
  content: BlobPart,
  {name, type}: {readonly name: string; readonly type: string}
): void {
  const href = URL.createObjectURL(new Blob([content], {type}));
  element(document, "a", {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
