import {fileURLToPath} from "node:url";
import {findingIds, registry} from "../../src/findings/registry.js";
import type {ReleaseChanges} from "../release/history/compareReleases.js";
import {readPages} from "./pages.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** tables whose rows are called by the units' names */
const namesShown = ["department_years", "survey_measures"];

/**
 * Addresses of the pages that say something else than before, as far as what is published decides it.
 *
 * @param has  what the study has, as pages ask for it: its canonical tables, and `findings.` before a finding
 */
export async function changedPages(
  {title, findings, renamed, tables, files}: ReleaseChanges,
  has: ReadonlySet<string>
): Promise<string[]> {
  const names = new Set([...tables.map(({table}) => table), ...(renamed.length > 0 ? namesShown : [])]);
  const said = new Set(findings.map(({finding}) => finding));
  const moved = findingIds.filter((id) => said.has(id) || registry[id].from.some((name) => names.has(name)));
  const changed = [
    ...(title || moved.length > 0 ? ["index.html"] : []),
    ...moved.map((id) => `findings/${id}.html`),
    ...(names.size > 0 ? ["overview.html", "explore.html"] : []),
    ...(names.size > 0 || files.length > 0 ? ["data.html"] : []),
    "changes.html"
  ];
  const pages = (await readPages(source)).filter(({needs}) => needs.every((need) => has.has(need)));
  return changed.filter((address) => pages.some((page) => page.address === address));
}
