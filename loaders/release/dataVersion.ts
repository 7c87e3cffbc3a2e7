import {createHash} from "node:crypto";
import {printReleased} from "../disclosure/released.js";
import type {StudyRelease} from "./releaseStudy.js";

type Named = Pick<StudyRelease, "tables" | "findings" | "report">;

const known = new WeakMap<Named["tables"], Named & {readonly version: string}>();

/** The name of what was released: the same for the same tables and findings, another for any other. Many pages say it. */
export function dataVersion({tables, findings, report}: Named): string {
  const before = known.get(tables);
  if (before?.findings === findings && before.report === report) return before.version;
  const version = versionOf({tables, findings, report});
  known.set(tables, {tables, findings, report, version});
  return version;
}

function versionOf({tables, findings, report}: Named): string {
  const hash = createHash("sha256");
  for (const [name, table] of tables) hash.update(name).update(printReleased(table));
  return hash.update(printReleased(findings)).update(printReleased(report)).digest("hex").slice(0, 10);
}
