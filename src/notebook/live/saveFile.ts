import {element} from "../../components/parts/element.js";

/** Saves a notebook as a file of Notebook Kit, named after its title. */
export function saveFile(text: string, title: string): void {
  const href = URL.createObjectURL(new Blob([text], {type: "text/html"}));
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  element(document, "a", {href, download: `${name || "notebook"}.html`}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
