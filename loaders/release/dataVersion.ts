import {createHash} from "node:crypto";
import {printReleased} from "../disclosure/released.js";
import type {StudyRelease} from "./releaseStudy.js";

/** The name of what was released: the same for the same tables and findings, another for any other. */
export function dataVersion({tables, findings, report}: Pick<StudyRelease, "tables" | "findings" | "report">): string {
  const hash = createHash("sha256");
  for (const [name, table] of tables) hash.update(name).update(printReleased(table));
  return hash.update(printReleased(findings)).update(printReleased(report)).digest("hex").slice(0, 10);
}
