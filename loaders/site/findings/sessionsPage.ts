import {moduleShares} from "../../../src/components/moduleShares.js";
import {shrinkage} from "../../../src/components/shrinkage.js";
import {percent} from "../../../src/evidence/format.js";
import {numbers} from "../../../src/released/table.js";
import {poolEstimates} from "../../../src/stats/pooling/poolEstimates.js";
import {figureOptions} from "../marks/figureOptions.js";
import {htmlMark} from "../marks/mark.js";
import type {FindingInput, FindingPage} from "./findingPage.js";
import {smallForest} from "./smallForest.js";

export const sessionsPage: FindingPage = {
  lead(input) {
    const table = input.tables.get("module_ratings");
    if (!table) return null;
    const shares = numbers(table.rows, "favourable").filter((share) => !Number.isNaN(share));
    const title = `From ${percent(Math.max(...shares))} favourable for the best-liked module to ${percent(Math.min(...shares))} for the least`;
    return moduleShares(table.rows, figureOptions(input, "sessions-lead", title));
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({second: htmlMark(shrunkenShares(input))})
};

/** Favourable shares of modules, and what is left of their differences once their errors are allowed for. */
function shrunkenShares(input: FindingInput): Element | null {
  const modules = (input.tables.get("module_ratings")?.rows ?? []).flatMap((row) => {
    const {title, favourable: share, ratings: n} = row;
    return typeof share === "number" && typeof n === "number" && n > 0 && share > 0 && share < 1
      ? [{title: String(title), share, n, variance: (share * (1 - share)) / n}]
      : [];
  });
  if (modules.length < 3) return null;
  const {fit, terms} = poolEstimates(
    modules.map(({share}) => share),
    modules.map(({variance}) => variance)
  );
  const rows = modules.map(({title, share, n, variance}, i) => {
    const [middle, spread] = [fit.shrunken[i] ?? share, 1.96 * Math.sqrt((fit.kept[i] ?? 1) * variance)];
    return {title, n, share, shrunken: middle, low: middle - spread, high: middle + spread};
  });
  return shrinkage(
    rows,
    {
      label: {name: "title", label: "Module"},
      n: {name: "n", label: "Ratings", digits: 0},
      raw: {name: "share", label: "Favourable, as rated", digits: 2},
      shrunken: {name: "shrunken", label: "Favourable, shrunken", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2}
    },
    {
      middle: terms[0]?.estimate,
      ...figureOptions(
        input,
        "sessions-second",
        "Little of the modules' differences is chance: so far do they move when they borrow from all"
      )
    }
  );
}
