import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {power as solvePower} from "../../src/stats/power/power.js";
import {defineMethod} from "./defineMethod.js";
import {flag, number, one} from "./optionTypes.js";
import {takesOnly} from "./takesOnly.js";

const given = z.optional(number);

/** For anova, between_variance and within_variance may stand for the effect; for proportions, p1 and p2 for baseline and effect. */
export const power = defineMethod(
  "power",
  {
    kind: one("t", "paired", "correlation", "proportions", "anova", "cluster"),
    n: given,
    effect: given,
    power: given,
    alpha: given,
    groups: given,
    between_variance: given,
    within_variance: given,
    baseline: given,
    p1: given,
    p2: given,
    size: given,
    icc: given,
    strict: z.optional(flag)
  },
  ({between_variance: between, within_variance, p1, p2, ...design}) => {
    const {kind, groups = 2} = design;
    const [anova, proportions] = [kind === "anova", kind === "proportions"];
    const asked = {between_variance: between, within_variance, p1, p2};
    takesOnly(`kind ${kind}`, asked, {
      between_variance: anova,
      within_variance: anova,
      p1: proportions,
      p2: proportions
    });
    if (design.effect !== undefined) notBoth("effect", {between_variance: between, p2});
    if (design.baseline !== undefined) notBoth("baseline", {p1});
    if (between === undefined) notAlone("within_variance", within_variance, "between_variance");
    const within = within_variance ?? 1;
    const ratio = between === undefined ? undefined : between / within;
    const effect = ratio === undefined ? (design.effect ?? p2) : Math.sqrt((ratio * (groups - 1)) / groups);
    const fit = solvePower({...design, effect, baseline: design.baseline ?? p1});
    return {method: "power", n: 0, dropped: [], clusters: {}, terms: [], fit, warnings: []};
  }
);

function notBoth(name: string, others: Readonly<Record<string, number | undefined>>): void {
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (other !== undefined) throw new InvalidArgument(`invalid ${other}; ${name} is given too; leave one of them out`);
}

function notAlone(name: string, value: number | undefined, needs: string): void {
  if (value !== undefined) throw new InvalidArgument(`missing ${needs}; ${name} is read beside it`);
}
