import type {FigureOptions} from "../parts/figure.js";
import {forest} from "./forest.js";
import type {Finding} from "../../evidence/finding.js";
import {claimHeadings} from "../../words/claimed.js";

/** The simple estimate, and the planned one below it. */
export function smallForest({evidence, primary}: Finding, options: FigureOptions): Element {
  const naive = evidence.filter((one) => one.naive && one.low !== null).slice(0, 1);
  const main = primary && !naive.includes(primary) ? [{...primary, label: claimHeadings.main}] : [];
  return forest([...naive.map((one) => ({...one, label: claimHeadings.simple})), ...main], options);
}
