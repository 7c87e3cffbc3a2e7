/**
 * What a cell has at hand without an import, by the module that it comes with: only what a cell names is loaded. A test
 * compares the names with what the modules export.
 */
export const atHand = {
  engine: [
    "adjust",
    "agreement",
    "anova",
    "bacon",
    "bootstrap",
    "correlation",
    "did",
    "distribution",
    "honest",
    "imputation",
    "logit",
    "mixed",
    "ols",
    "ordinal",
    "permute",
    "pool",
    "power",
    "rank",
    "regression_to_mean",
    "reliability",
    "sensitivity",
    "sunab",
    "trend",
    "twfe_event",
    "wild"
  ],
  figures: ["columns", "forest", "heatmap", "scatter", "series"],
  released: ["describe", "study", "tables"],
  comparison: ["comparison"],
  background: ["background"],
  progress: ["progress"]
} as const;

/** Libraries under the names that notebooks give them, and the file of each. */
export const libraries = {Plot: "plot", d3: "d3", aq: "arquero", Inputs: "inputs", htl: "htl"} as const;

/** The file that holds a name of the module `longview`, or undefined. */
export function moduleOf(name: string): string | undefined {
  return Object.entries(atHand).find(([, names]) => (names as readonly string[]).includes(name))?.[0];
}
