import {element} from "../../components/parts/element.js";
import {forget, listKept} from "./store.js";

/** Lists the notebooks that are kept on this device, each with a way to delete it. */
export function listNotebooks(place: Element): void {
  const kept = listKept();
  if (kept.length === 0) return;
  const items = kept.map(({id, title, changed}) => {
    const remove = element(document, "button", {type: "button", "aria-label": `Delete ${title}`}, "Delete");
    const item = element(
      document,
      "li",
      {},
      element(document, "a", {href: `./live.html#saved=${id}`}, title),
      ` changed ${changed.slice(0, 10)} `,
      remove
    );
    remove.addEventListener("click", () => {
      forget(id);
      item.remove();
    });
    return item;
  });
  place.replaceChildren(element(document, "ul", {class: "notebook-list"}, ...items));
}
