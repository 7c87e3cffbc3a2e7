import type {FigureOptions} from "../parts/figure.js";
import {forest} from "./forest.js";
import type {Finding} from "../../evidence/finding.js";

/** The naive estimate, and the planned one below it. */
export function smallForest({evidence, primary}: Finding, options: FigureOptions): Element {
  const naive = evidence.filter((one) => one.naive && one.low !== null).slice(0, 1);
  return forest([...new Set([...naive, ...(primary ? [primary] : [])])], options);
}
