import {existsSync} from "node:fs";
import {join} from "node:path";
import {AskedWrongly} from "../study/askedWrongly.js";
import {defaultStudy} from "../study/defaultStudy.js";
import type {PlacedSite, Site} from "./builtRecord.js";

/** @throws {AskedWrongly} where no site was built into the folder */
export function needSite(site: PlacedSite): void {
  const {out} = site;
  if (!existsSync(join(out, "index.html")))
    throw new AskedWrongly(`no site in ${out}; build it first: ${buildCommand(site)}`);
}

/** What makes a site. */
export function buildCommand({study = defaultStudy, out}: Partial<Site>): string {
  const asked = [
    ...(study === defaultStudy ? [] : [`--study ${study}`]),
    ...(out === undefined ? [] : [`--out ${out}`])
  ];
  return ["npx longview build", ...asked].join(" ");
}
