import {element} from "../../components/parts/element.js";

/** The file that a reader chooses; nothing where none is chosen. */
export async function chooseFile(accept: string): Promise<File | undefined> {
  const input = element(document, "input", {type: "file", accept});
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.click();
  });
}
