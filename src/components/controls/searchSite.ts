import type MiniSearch from "minisearch";
import {element} from "../parts/element.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

interface Entry {
  readonly title: string;
  readonly kind: string;
  readonly address: string;
  readonly beside?: string;
}

/** results shown at once */
const most = 12;

/** The search of a site: its index is loaded when the field is first reached, and nothing leaves the reader's machine. */
export function searchSite(document: Document): void {
  const place = document.querySelector<HTMLElement>(".site-search");
  const field = place?.querySelector("input");
  const home = document.querySelector<HTMLAnchorElement>(".site-name")?.href;
  if (!place || !field || home === undefined) return;
  const root = new URL(".", home);
  const said = element(document, "p", {class: "visually-hidden", "aria-live": "polite"});
  const list = element(document, "ul", {class: "site-found", hidden: true});
  place.append(list, said);
  place.hidden = false;
  let index: Promise<MiniSearch<Entry & {id: number}>> | undefined;
  const load = (): Promise<MiniSearch<Entry & {id: number}>> => (index ??= loadIndex(root));
  const show = async (): Promise<void> => {
    const words = field.value.trim();
    const found = words === "" ? [] : (await load()).search(words).slice(0, most);
    if (field.value.trim() !== words) return;
    list.replaceChildren(...found.map((entry) => resultItem(document, root, entry as unknown as Entry)));
    list.hidden = words === "";
    if (words !== "" && found.length === 0)
      list.append(element(document, "li", {}, say("Nothing found. Try another word.")));
    said.textContent = words === "" ? "" : say("{0} found", count(found.length));
  };
  field.addEventListener("focus", () => void load(), {once: true});
  field.addEventListener("input", () => void show());
  place.addEventListener("keydown", (event) => {
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape") {
      list.hidden = true;
      field.focus();
    } else if (event.key === "Enter" && at === 0) stops[1]?.click();
    else if (step !== 0) {
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
    }
  });
  document.addEventListener("click", ({target}) => {
    if (!place.contains(target as Node)) list.hidden = true;
  });
}

async function loadIndex(root: URL): Promise<MiniSearch<Entry & {id: number}>> {
  const [{default: Index}, response] = await Promise.all([import("minisearch"), fetch(new URL("search.json", root))]);
  const entries = (await response.json()) as Entry[];
  const index = new Index<Entry & {id: number}>({
    fields: ["title", "beside"],
    storeFields: ["title", "kind", "address", "beside"],
    searchOptions: {prefix: true, fuzzy: 0.2, combineWith: "AND", boost: {title: 3}}
  });
  index.addAll(entries.map((entry, id) => ({...entry, id})));
  return index;
}

function resultItem(document: Document, root: URL, {title, kind, address, beside}: Entry): HTMLLIElement {
  const link = element(document, "a", {href: new URL(address, root).href}, title);
  const where = beside === undefined ? kind : `${kind} · ${beside}`;
  return element(document, "li", {}, link, " ", element(document, "span", {}, where));
}
