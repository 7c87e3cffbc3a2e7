import type {ExploredStudy} from "../study.js";

/** The study's licences, as a data package names them; nothing where it has none. */
export function licencesOf({licenses = []}: ExploredStudy): {readonly licenses?: ExploredStudy["licenses"]} {
  return licenses.length === 0 ? {} : {licenses};
}
