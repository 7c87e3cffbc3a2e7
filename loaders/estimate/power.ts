import type {PowerKind} from "../../src/stats/power/power.js";
import {power as solvePower} from "../../src/stats/power/power.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

/** For anova, between_variance and within_variance may stand for the effect; for proportions, p1 and p2 for baseline and effect. */
export function power(specification: Specification): Estimate<object> {
  const read = specificationReader(specification, {});
  const kind = read.text("kind", ["t", "paired", "correlation", "proportions", "anova", "cluster"]) as PowerKind;
  const groups = read.number("groups");
  const between = read.number("between_variance");
  const ratio = between === undefined ? undefined : between / (read.number("within_variance") ?? 1);
  const fit = solvePower({
    kind,
    groups,
    n: read.number("n"),
    effect:
      ratio === undefined
        ? (read.number("effect") ?? read.number("p2"))
        : Math.sqrt((ratio * ((groups ?? 2) - 1)) / (groups ?? 2)),
    power: read.number("power"),
    alpha: read.number("alpha"),
    baseline: read.number("baseline") ?? read.number("p1"),
    size: read.number("size"),
    icc: read.number("icc"),
    strict: specification.strict === true
  });
  return {method: "power", n: 0, dropped: [], clusters: {}, terms: [], fit, warnings: []};
}
