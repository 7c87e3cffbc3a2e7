import {element} from "../components/parts/element.js";

/** What is no longer wanted says nothing; what went wrong is a sentence. */
export async function quiet(work: Promise<void>, place?: HTMLElement): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (isLeft(error)) return;
    if (!(error instanceof RangeError)) throw error;
    place?.replaceChildren(element(place.ownerDocument, "p", {class: "figure-empty"}, error.message));
  }
}

function isLeft(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
