import {findingIds, registry} from "../../src/findings/registry.js";
import type {ReleaseChanges} from "../release/history/compareReleases.js";

/** Addresses of the pages that say something else than before, as far as what is published decides it. */
export function changedPages({title, findings, renamed, tables}: ReleaseChanges): string[] {
  const names = new Set(tables.map(({table}) => table));
  const said = new Set(findings.map(({finding}) => finding));
  const moved = findingIds.filter((id) => said.has(id) || registry[id].from.some((name) => names.has(name)));
  const data = names.size > 0 || renamed.length > 0;
  return [
    ...(title || moved.length > 0 ? ["index.html"] : []),
    ...moved.map((id) => `findings/${id}.html`),
    ...(data ? ["overview.html", "explore.html", "data.html"] : []),
    "changes.html"
  ];
}
