import type {Specification} from "../../loaders/estimate/table.js";
import {random} from "../../src/stats/random.js";

const units = 12;
const periods = 5;
const of = random(7);
const rows = Array.from({length: units * periods}, (_, i) => {
  const [unit, period] = [i % units, Math.floor(i / units)];
  const answer = (): number => 1 + of.below(5);
  return {
    y: unit / 10 + period / 5 + of.normal(),
    x: of.uniform(),
    z: of.uniform(),
    unit: `u${unit}`,
    period: 2010 + period,
    at: i,
    first: unit < 4 ? 2012 : unit < 8 ? 2013 : null,
    yes: of.below(2),
    sex: i % 2 === 0 ? "m" : "f",
    group: `g${unit % 4}`,
    a: answer(),
    b: answer(),
    c: answer(),
    se: 0.5 + of.uniform()
  };
});

/** A made-up panel with a column for every role. */
export const everyRole = Object.fromEntries(
  Object.keys(rows[0]!).map((name) => [name, rows.map((row) => row[name as keyof (typeof rows)[number]])])
);

const panel = {outcome: "y", unit: "unit", time: "period", first_treated: "first"};
const drawn = {draws: 99, seed: 1};
const designed = {n: 20, effect: 0.5, alpha: 0.05};

/** Every method of `estimate`, asked rightly: each kind that takes options of its own once. */
export const askedOfAll: Readonly<Record<string, readonly Specification[]>> = {
  adjust: [{p: [0.01, 0.04, 0.2]}],
  agreement: [
    {kind: "group", y: "a", group: "unit", levels: 5},
    {kind: "icc", ratings: ["a", "b", "c"]},
    {kind: "icc", y: "a", target: "unit", judge: "period"}
  ],
  anova: [{formula: "y ~ group"}],
  bacon: [panel],
  bootstrap: [
    {y: "y", statistic: "mean", ...drawn},
    {x: "x", y: "y", ...drawn},
    {formula: "y ~ x", term: "x", ...drawn}
  ],
  correlation: [
    {x: "x", y: "y"},
    {kind: "spearman", x: "x", y: "y"},
    {kind: "kendall", x: "x", y: "y"},
    {kind: "partial", x: "x", y: "y", controls: ["z"]},
    {kind: "rmcorr", x: "x", y: "y", subject: "unit"}
  ],
  did: [{...panel, draws: 99}],
  distribution: [{name: "t", kind: "upper", at: 2.1, parameters: {df: 40}}],
  honest: [
    {
      estimates: [0.1, 0.4],
      vcov: [
        [0.01, 0],
        [0, 0.02]
      ],
      pre: 1,
      post: 1,
      M: [0, 1],
      draws: 99
    }
  ],
  imputation: [panel],
  logit: [{formula: "yes ~ x"}],
  mixed: [{formula: "y ~ x + (1 | unit)"}],
  ols: [{formula: "y ~ x"}, {formula: "y ~ x | unit", vcov: {cluster: "unit", type: "CR2"}}],
  ordinal: [{formula: "a ~ x"}],
  permutation: [
    {kind: "correlation", x: "x", y: "y", ...drawn},
    {kind: "two-sample", y: "y", group: "sex", ...drawn},
    {kind: "paired", x: "x", y: "y", ...drawn},
    {kind: "within-strata", x: "yes", y: "y", strata: "group", ...drawn}
  ],
  pool: [{estimate: "y", se: "se"}],
  power: [
    {kind: "t", ...designed},
    {kind: "paired", ...designed},
    {kind: "correlation", ...designed},
    {kind: "proportions", baseline: 0.2, ...designed},
    {kind: "anova", groups: 3, ...designed},
    {kind: "cluster", size: 5, icc: 0.1, ...designed}
  ],
  rank: [
    {kind: "wilcoxon", y: "y", group: "sex"},
    {kind: "signed-rank", x: "x", y: "y"},
    {kind: "kruskal", y: "y", group: "group"},
    {kind: "friedman", y: "y", group: "period", block: "unit"}
  ],
  regression_to_mean: [{mean: 0, sd: 1, reliability: 0.6, cutoff: 0.5, side: "above"}],
  reliability: [{items: ["a", "b", "c"], minimum: 1, maximum: 5}],
  sensitivity: [
    {formula: "y ~ x + z", treatment: "x", benchmark: "z"},
    {kind: "evalue", rr: 1.5, low: 1.1, high: 2}
  ],
  sunab: [panel],
  trend: [
    {y: "y", time: "at"},
    {kind: "mann-kendall", y: "y", time: "at"},
    {kind: "ols", y: "y", time: "at"}
  ],
  twfe_event: [panel],
  wild: [{formula: "y ~ x | unit", cluster: "unit", term: "x", ...drawn}]
};
