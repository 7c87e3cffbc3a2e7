import {lstat} from "node:fs/promises";
import {AskedWrongly} from "../study/askedWrongly.js";

/** @throws {AskedWrongly} where a site's place is taken by what is no link of ours, which a new link would replace */
export async function needLink(out: string): Promise<void> {
  const there = await lstat(out).catch(() => null);
  if (there && !there.isSymbolicLink())
    throw new AskedWrongly(
      `${out} is there already and is not a link to a release; move it away, or give another --out`
    );
}
