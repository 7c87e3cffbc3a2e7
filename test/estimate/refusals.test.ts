import {describe, expect, it} from "vitest";
import {estimate, runEstimate} from "../../loaders/estimate/runEstimate.js";

const data = {
  y: [1, 4, 2, 8, 5, 7, 3, 6],
  x: [2, 1, 3, 5, 4, 1, 2, 7],
  constant: [1, 1, 1, 1, 1, 1, 1, 1],
  g: ["a", "a", "b", "b", "c", "c", "d", "d"],
  one: ["k", "k", "k", "k", "k", "k", "k", "k"],
  w: [1, 1, -1, 1, 1, 1, 1, 1],
  text: [1, "NaN", 3, 4, 5, 6, 7, 8],
  b: [0, 1, 0, 1, 0, 1, 0, 1],
  t: [1, 2, 1, 2, 1, 2, 1, 2],
  gaps: ["p", "p", null, "q", "q", "q", "r", "r"],
  empty: [null, null, null, null, null, null, null, null]
};

/** What is wrong, the specification that has it, its code, and the argument, value and remedy that the message names. */
const refusals: [string, Record<string, unknown>, string, RegExp][] = [
  ["an unknown method", {method: "magic"}, "unknown_method", /one of adjust,.*: magic/],
  ["an unknown column", {method: "ols", formula: "y ~ q"}, "missing_column", /q; there are y, x/],
  ["an unknown cluster", {method: "ols", formula: "y ~ x", vcov: {cluster: "q"}}, "missing_column", /q; there are/],
  ["a constant column", {method: "ols", formula: "y ~ constant"}, "not_identified", /constant is constant.*drop it/],
  [
    "a term constant within",
    {method: "ols", formula: "y ~ x + one | g"},
    "not_identified",
    /one has one level only: k; drop it/
  ],
  [
    "a copied column",
    {method: "ols", formula: "y ~ x + I(2 * x)", about: ["I(2 * x)"]},
    "not_identified",
    /I\(2 \* x\).*drop one/
  ],
  ["fewer rows than terms", {method: "ols", formula: "y ~ factor(x) + g"}, "not_identified", /8 rows, 9.*add rows/],
  [
    "no complete row",
    {method: "ols", formula: "y ~ empty"},
    "not_identified",
    /no row is left of 8, missing empty in 8; drop/
  ],
  ["one cluster", {method: "ols", formula: "y ~ x", vcov: {cluster: "one"}}, "not_identified", /one; use another/],
  [
    "text among numbers",
    {method: "ols", formula: "y ~ text"},
    "invalid",
    /text; not a number in row 2: NaN; use empty/
  ],
  ["text in the outcome", {method: "ols", formula: "text ~ x"}, "invalid", /text; not a number in row 2: NaN; use/],
  ["a negative weight", {method: "ols", formula: "y ~ x", weights: "w"}, "invalid", /w, row 3: -1; drop the row/],
  ["the log of a negative", {method: "ols", formula: "y ~ log(x - 3)"}, "not_identified", /x - 3; log of -1 in row 1/],
  ["a level of 95", {method: "ols", formula: "y ~ x", level: 95}, "invalid", /level; not in \(0, 1\): 95/],
  ["an unknown variance", {method: "ols", formula: "y ~ x", vcov: "HC9"}, "invalid", /one of iid, HC0.*HC9/],
  ["an unknown type", {method: "ols", formula: "y ~ x", vcov: {cluster: "g", type: "CR9"}}, "invalid", /CR0.*: CR9/],
  ["a level too few", {method: "ols", formula: "y ~ g", levels: {g: ["a", "b"]}}, "invalid", /g has another: c; name/],
  ["levels that are no list", {method: "ols", formula: "y ~ g", levels: {g: "a"}}, "invalid", /levels; not \{column/],
  ["a lag without time", {method: "ols", formula: "y ~ l(x, 1)"}, "invalid", /l\(x, 1\); a lag needs the option time/],
  ["a repeated period", {method: "ols", formula: "y ~ d(x)", time: "t"}, "invalid", /two rows of one unit.*: 1/],
  ["no formula", {method: "ols"}, "invalid", /missing formula; ols needs it/],
  ["half a formula", {method: "ols", formula: "y ~ x +"}, "invalid", /ends too early: y ~ x \+/],
  ["no such file", {method: "ols", formula: "y ~ x", data: "/no/such.csv"}, "no_such_file", /no\/such\.csv/],
  [
    "a bare value for a column",
    {method: "ols", formula: "y ~ x", data: {y: 1}},
    "invalid",
    /y is no list of values: 1/
  ],
  ["an unknown term", {method: "wild", formula: "y ~ x", cluster: "g", term: "z"}, "invalid", /z; there are.*x/],
  ["one wild cluster", {method: "wild", formula: "y ~ x", cluster: "one", term: "x"}, "not_identified", /one; use/],
  ["one group", {method: "anova", formula: "y ~ one"}, "not_identified", /1 group.*takes 2 or more/],
  ["a constant y", {method: "correlation", x: "x", y: "constant"}, "not_identified", /y; constant.*: 1; choose/],
  [
    "no controls",
    {method: "correlation", x: "x", y: "y", kind: "partial"},
    "invalid",
    /missing controls; kind partial/
  ],
  [
    "lone subjects",
    {method: "correlation", x: "x", y: "y", kind: "rmcorr", subject: "y"},
    "not_identified",
    /repeated/
  ],
  ["a repeated time", {method: "trend", y: "y", time: "t"}, "invalid", /time; a period is repeated; give one row/],
  [
    "a missing stratum",
    {method: "permutation", kind: "within-strata", x: "b", y: "y", strata: "gaps"},
    "invalid",
    /drop/
  ],
  [
    "empty strata",
    {method: "permutation", kind: "within-strata", x: "b", y: "y", strata: "y"},
    "not_identified",
    /coarser/
  ],
  ["an empty sample", {method: "permutation", kind: "two-sample", x: "x", y: "empty"}, "not_identified", /both groups/],
  ["no draws", {method: "permutation", kind: "correlation", x: "x", y: "y", draws: 0, exact: false}, "invalid", /: 0/],
  [
    "four groups of two",
    {method: "rank", kind: "wilcoxon", y: "y", group: "g"},
    "invalid",
    /group; not two.*a, b, c, d/
  ],
  [
    "zeros only",
    {method: "rank", kind: "signed-rank", x: "constant", y: "constant"},
    "not_identified",
    /no difference/
  ],
  ["a constant in a bootstrap", {method: "bootstrap", y: "y", x: "constant"}, "not_identified", /x; constant/],
  ["one item", {method: "reliability", items: ["x"]}, "not_identified", /1 item; a scale takes 2/],
  [
    "an answer off the scale",
    {method: "reliability", items: ["x", "y"], reversed: ["y"], minimum: 1, maximum: 7},
    "invalid",
    /y.*: 8; mend/
  ],
  ["a reversal without limits", {method: "reliability", items: ["x", "y"], reversed: ["x"]}, "invalid", /give minimum/],
  [
    "more answers than levels",
    {method: "agreement", kind: "group", y: "y", group: "g", levels: 5},
    "invalid",
    /span 8/
  ],
  ["one judge", {method: "agreement", kind: "icc", ratings: ["x"]}, "not_identified", /1 judges; 2 of each/],
  ["a p above 1", {method: "adjust", p: [0.1, 1.2]}, "invalid", /p; not in \[0, 1\]: 1.2; use null/],
  ["an unknown treatment", {method: "sensitivity", formula: "y ~ x", treatment: "z"}, "invalid", /z; there are.*x/],
  [
    "a negative sd",
    {method: "regression_to_mean", mean: 1, sd: -1, reliability: 0.5, cutoff: 0},
    "invalid",
    /sd.*: -1/
  ],
  [
    "nothing to solve",
    {method: "power", kind: "t", n: 9, effect: 1, power: 0.8, alpha: 0.05},
    "invalid",
    /leave out one/
  ],
  [
    "an unreachable power",
    {method: "power", kind: "t", n: 9, power: 0.01, alpha: 0.05},
    "not_identified",
    /change another/
  ],
  ["no df", {method: "distribution", name: "t", kind: "cdf", at: 1}, "invalid", /missing parameter df; t needs it/],
  ["a probability above 1", {method: "distribution", name: "normal", kind: "quantile", at: 2}, "invalid", /\[0, 1\]: 2/]
];

describe("estimate(specification) refuses, naming argument, value and remedy", () => {
  it.each(refusals)("%s", async (_, specification, code, message) => {
    const result = await estimate({data, ...specification});
    expect(result).toMatchObject({
      method: specification.method,
      error: {code, message: expect.stringMatching(message)}
    });
  });
});

describe("runEstimate(asked)", () => {
  it("answers what it can beside what it refuses, in order, and exits with 1", async () => {
    const good = {method: "adjust", p: [0.01, null]};
    const {code, text} = await captured(() => runEstimate([good, {method: "magic"}, good]));
    const results = JSON.parse(text) as {method: string; error?: object}[];
    expect(results.map(({method}) => method)).toEqual(["adjust", "magic", "adjust"]);
    expect(results.map(({error}) => error !== undefined)).toEqual([false, true, false]);
    expect(code).toBe(1);
  });
});

async function captured(run: () => Promise<number>): Promise<{code: number; text: string}> {
  const {write} = process.stdout;
  let text = "";
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    text += String(chunk);
    return true;
  };
  try {
    return {code: await run(), text};
  } finally {
    process.stdout.write = write;
  }
}
