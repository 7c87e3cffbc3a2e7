import type {FigureOptions} from "../../../src/components/parts/figure.js";
import {forest} from "../../../src/components/figures/forest.js";
import type {Finding} from "../../../src/evidence/finding.js";

/** The naive estimate, and the planned one below it. */
export function smallForest({evidence, primary}: Finding, options: FigureOptions): Element {
  const naive = evidence.filter((one) => one.naive && one.low !== null).slice(0, 1);
  return forest([...new Set([...naive, ...(primary ? [primary] : [])])], options);
}
