/** The live notebook of a site: what its address asks for, kept on this device. */
import {element} from "../../components/parts/element.js";
import {inWords} from "../inWords.js";
import type {Host} from "./host.js";
import {NotebookPage} from "./notebookPage.js";
import {sourceOf} from "./source.js";
import {keep} from "./store.js";

const onDevice: Host = {
  shares: true,
  keep(id, title, file) {
    try {
      keep(id, title, file);
    } catch {
      throw new Error("this browser has no room for it, or does not allow it; save it as a file");
    }
    history.replaceState(null, "", `#saved=${id}`);
    return "Kept on this device.";
  }
};

/** Opens the notebook that the address asks for in a place of the page, and another when it asks for another. */
export async function openNotebook(place: HTMLElement): Promise<void> {
  const shipped = async (): Promise<Record<string, string>> =>
    (await (await fetch(new URL("shipped.json", import.meta.url))).json()) as Record<string, string>;
  const open = async (): Promise<void> => {
    try {
      new NotebookPage(place, await sourceOf(location.hash, shipped), onDevice).open();
    } catch (error) {
      place.replaceChildren(element(document, "p", {role: "alert"}, inWords(error)));
    }
  };
  addEventListener("hashchange", () => void open());
  await open();
}
