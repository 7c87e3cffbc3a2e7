import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import type {Check} from "../check.js";
import type {EvidenceContext} from "../context.js";
import type {Evidence} from "../finding.js";
import {digitsFor, list, signed} from "../format.js";
import {isClear} from "../isClear.js";
import {measureNamed} from "../measure.js";

/**
 * Whether an item of the purpose's measures was put in other words, and what is left without it: a new wording that all
 * units share is taken out by the year, in the planned comparison alone.
 *
 * @param wording  the measures that had an item changed, with the plan's estimate over the others
 * @param each     the plan's estimate of each measure, by name
 */
export function checkWording(
  wording: ReleasedTable,
  each: ReadonlyMap<string, Evidence>,
  {measures}: EvidenceContext
): Check {
  const rows = wording.rows.filter(({measure}) => each.has(String(measure)));
  const compared = rows.flatMap((row) => {
    const [before, [after = NaN]] = [each.get(String(row.measure)), numbers([row], "estimate")];
    if (!before || Number.isNaN(after)) return [];
    const [low = NaN, high = NaN] = [...numbers([row], "low"), ...numbers([row], "high")];
    const flips = isClear(before) !== isClear({low, high}) || (isClear(before) && before.estimate * after < 0);
    const digits = digitsFor(low, high);
    const {label} = measureNamed(measures, String(row.measure));
    return [{flips, words: `${label} ${signed(before.estimate, digits)}, without it ${signed(after, digits)}`}];
  });
  return {
    domain: "measurement",
    asked: "Is it the same without items that were put in other words?",
    verdict: compared.some(({flips}) => flips) ? "failed" : compared.length < rows.length ? "unknown" : "passed",
    why:
      rows.length === 0
        ? "None of them was put in other words or left out in a year."
        : `An item changed; ${list(compared.map(({words}) => words))}.`
  };
}
