import {closedOptions, oneOf, trueOrFalse} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {anovaPower} from "./anovaPower.js";
import {clusterPower} from "./clusterPower.js";
import {correlationPower} from "./correlationPower.js";
import {proportionsPower} from "./proportionsPower.js";
import {solveIncreasing} from "../optimise/solveIncreasing.js";
import {pairedPower, tPower} from "./tPower.js";

/** Kinds of tests, and what each takes beside n, effect, power and alpha. */
const kinds = {
  t: ["strict"],
  paired: ["strict"],
  correlation: [],
  proportions: ["baseline", "strict"],
  anova: ["groups"],
  cluster: ["size", "icc", "strict"]
} as const;
const parts = ["n", "effect", "power", "alpha"] as const;

export type PowerKind = keyof typeof kinds;

/** All but one of n, effect, power and alpha; the one left out is sought. */
export interface PowerDesign {
  readonly kind: PowerKind;
  /** rows in each group; pairs; rows; clusters in each arm for a cluster design */
  readonly n?: number;
  /** in standard deviations; r; the second share for proportions; Cohen's f for anova */
  readonly effect?: number;
  readonly power?: number;
  readonly alpha?: number;
  /** first share, for proportions */
  readonly baseline?: number;
  readonly groups?: number;
  /** rows in each cluster, and their intraclass correlation */
  readonly size?: number;
  readonly icc?: number;
  /** count rejections on the wrong side too, as R's strict = TRUE */
  readonly strict?: boolean;
}

export interface PowerResult {
  readonly method: string;
  readonly n: number;
  readonly effect: number;
  readonly power: number;
  readonly alpha: number;
  readonly solved: "n" | "effect" | "power" | "alpha";
}

/**
 * Power of a two-sided test, or the sample size, effect or level that gives it.
 *
 * Model      noncentral t (t, paired, cluster with design effect 1 + (size - 1) icc), noncentral F (anova), Fisher's z
 *            (correlation), normal (proportions): R's power.*.test and pwr.r.test, solved to double precision where R
 *            stops at 1e-4
 * Source     Cohen (1988); Donner & Klar (2000) for clusters; checked against R
 *
 * @throws {RangeError} unless exactly one of n, effect, power, alpha is left out
 */
export function power(design: PowerDesign): PowerResult {
  const {kind} = design;
  closedOptions("power", design, ["kind", ...parts, ...new Set(Object.values(kinds).flat())]);
  oneOf("kind", kind, Object.keys(kinds));
  closedOptions(`power ${kind}`, design, ["kind", ...parts, ...kinds[kind]]);
  if (design.strict !== undefined) trueOrFalse("strict", design.strict);
  const missing = parts.filter((name) => design[name] === undefined || design[name] === null);
  if (missing.length !== 1) {
    throw new InvalidArgument(
      `invalid design; leave out one of n, effect, power, alpha, not ${missing.length === 0 ? "none" : missing.join(", ")}`
    );
  }
  const solved = missing[0]!;
  check(design);
  const at = (change: Partial<PowerDesign>): number => compute({...design, ...change});
  const answer = (change: Partial<PowerDesign>): PowerResult => {
    const {n = NaN, effect = NaN, power: value = NaN, alpha = NaN} = {...design, ...change};
    return {method: `power ${kind}`, n, effect, power: value, alpha, solved};
  };
  if (solved === "power") return answer({power: at({})});
  const [low, high] = range(solved, design);
  // the logarithm of the smaller tail keeps the root sharp where power is close to 0 or 1
  const gap = (value: number): number => logit(value) - logit(design.power!);
  const root = solveIncreasing((u) => gap(at({[solved]: place(solved, design, u)})), Math.log(low), Math.log(high));
  if (root === null)
    throw new NotIdentified(
      `not identified: no ${solved} gives power ${design.power}; change another part of the design`
    );
  return answer({[solved]: place(solved, design, root)});
}

function compute(design: PowerDesign): number {
  const {kind, n, effect, alpha, baseline = NaN, groups = NaN, size = NaN, icc = NaN, strict = false} = design;
  const shared = {n: n!, effect: effect!, alpha: alpha!};
  switch (kind) {
    case "t":
      return tPower({...shared, strict});
    case "paired":
      return pairedPower({...shared, strict});
    case "correlation":
      return correlationPower(shared);
    case "proportions":
      return proportionsPower({...shared, baseline, strict});
    case "anova":
      return anovaPower({...shared, groups});
    case "cluster":
      return clusterPower({...shared, size, icc, strict});
  }
}

function place(solved: "n" | "effect" | "alpha", {kind, baseline = NaN}: PowerDesign, u: number): number {
  return solved === "effect" && kind === "proportions" ? baseline + Math.exp(u) : Math.exp(u);
}

function range(
  solved: "n" | "effect" | "alpha",
  {kind, n = NaN, baseline = NaN, groups = NaN}: PowerDesign
): [number, number] {
  if (solved === "alpha") return [1e-12, 1 - 1e-12];
  if (solved === "n")
    return [{t: 1.05, paired: 1.1, correlation: 4.0000001, proportions: 1e-3, anova: 1.05, cluster: 1.05}[kind], 1e8];
  if (kind === "anova") return [1e-8, Math.min(1e4, Math.sqrt(1e9 / (groups * n)))];
  return [1e-8, kind === "correlation" ? 1 - 1e-12 : kind === "proportions" ? 1 - baseline - 1e-14 : 1e4];
}

function logit(p: number): number {
  const inside = Math.min(Math.max(p, 1e-300), 1 - 1e-16);
  return Math.log(inside) - Math.log1p(-inside);
}

function check(design: PowerDesign): void {
  const {kind, n, effect, power: value, alpha, baseline, groups, size, icc} = design;
  const demand = (name: string, given: number | undefined, right: boolean, rule: string): void => {
    if (given !== undefined && given !== null && !right)
      throw new InvalidArgument(`invalid ${name}; not ${rule}: ${given}`);
  };
  const need = (name: string, given: number | undefined, right: boolean, rule: string): void => {
    if (given === undefined || given === null)
      throw new InvalidArgument(`invalid ${name}; missing for kind ${kind}; give it`);
    demand(name, given, right, rule);
  };
  const least = kind === "correlation" ? 3 : 1;
  demand("n", n, n! > least, `above ${least}`);
  demand("n", n, n! <= 1e9, "at most 1,000,000,000");
  demand("power", value, value! > 0 && value! < 1, "in (0, 1)");
  demand("alpha", alpha, alpha! > 0 && alpha! < 1, "in (0, 1)");
  demand("effect", effect, Number.isFinite(effect) && effect !== 0, "a finite number other than 0");
  if (kind === "correlation") demand("effect", effect, Math.abs(effect!) < 1, "in (-1, 1)");
  if (kind === "proportions") {
    need("baseline", baseline, baseline! >= 0 && baseline! < 1, "in [0, 1)");
    demand("effect", effect, effect! >= 0 && effect! <= 1 && effect !== baseline, "a share other than the baseline");
  }
  if (kind === "anova")
    need(
      "groups",
      groups,
      Number.isInteger(groups) && groups! >= 2 && groups! <= 1e6,
      "a whole number from 2 to 1,000,000"
    );
  if (kind === "cluster") {
    need("size", size, size! >= 1, "1 or more");
    need("icc", icc, icc! >= 0 && icc! <= 1, "in [0, 1]");
  }
}
