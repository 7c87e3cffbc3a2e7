import {existsSync} from "node:fs";
import {join} from "node:path";
import {AskedWrongly} from "../study/askedWrongly.js";

/** @throws {AskedWrongly} where no site was built into the folder */
export function needSite(out: string): void {
  if (!existsSync(join(out, "index.html")))
    throw new AskedWrongly(`no site in ${out}; build it first: npx longview build --out ${out}`);
}
