import type {Notebook} from "@observablehq/notebook-kit";
import {deserialize, toNotebook} from "@observablehq/notebook-kit";
import {handed, kept} from "./store.js";
import {unpacked} from "./share.js";

/** A notebook, and whether it is the reader's or this site's, so that it may run at once. */
export interface Source {
  readonly notebook: Notebook;
  readonly trusted: boolean;
  /** under which it is kept on this device */
  readonly id: string | null;
  readonly from: "new" | "device" | "site" | "link" | "file";
}

/** An empty cell loads nothing that it may not need. */
const blank = toNotebook({title: "Untitled notebook", cells: [{id: 1, mode: "js", value: "", pinned: true}]});

/**
 * The notebook that an address asks for: #saved= on this device, #open= one of the site, #handed= by a page of the site,
 * #code= in the link itself; else a new one.
 */
export async function sourceOf(
  hash: string,
  shipped: () => Promise<Readonly<Record<string, string>>>
): Promise<Source> {
  const [saved, open, hand, code] = asksOf(hash);
  if (saved) {
    const file = kept(saved);
    if (file === null) throw new RangeError("this notebook is not on this device; it may have been deleted");
    return {notebook: deserialize(file), trusted: true, id: saved, from: "device"};
  }
  if (open) {
    const all = await shipped();
    const file = Object.hasOwn(all, open) ? all[open] : undefined;
    if (file === undefined) throw new RangeError("this site has no such notebook");
    return {notebook: deserialize(file), trusted: true, id: null, from: "site"};
  }
  if (hand) {
    const file = handed(hand);
    if (file === null) throw new RangeError("this notebook was handed over once; open it from its page again");
    return {notebook: deserialize(file), trusted: true, id: null, from: "site"};
  }
  if (code) return {notebook: deserialize(await unpacked(code)), trusted: false, id: null, from: "link"};
  return {notebook: blank, trusted: true, id: null, from: "new"};
}

const asks = ["saved", "open", "handed", "code"];

/** What is asked for, in the order of `asks`: one at most. An address that leads to a place of the page asks for nothing. */
function asksOf(hash: string): (string | null)[] {
  const asked = new URLSearchParams(hash.includes("=") ? hash.replace(/^#/, "") : "");
  const keys = [...asked.keys()];
  const stray = keys.find((key) => !asks.includes(key));
  if (stray !== undefined)
    throw new RangeError(`this link asks for “${stray.slice(0, 40)}”, which is unknown; it may be ${asks.join(", ")}`);
  if (keys.length > 1) throw new RangeError("this link asks for several notebooks; keep one");
  if (keys.length === 1 && asked.get(keys[0]!) === "") throw new RangeError("this link names no notebook");
  return asks.map((name) => asked.get(name));
}
