import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import type {Check} from "../check.js";
import type {EvidenceContext} from "../context.js";
import {decimal, list} from "../format.js";
import {measureNamed} from "../measure.js";

const leastReliability = 0.7;

/** Whether the purpose's measures are reliable, and whether people of a unit answer alike enough to be averaged. */
export function scaleChecks(
  scales: ReleasedTable,
  focus: readonly string[],
  {measures, unit}: EvidenceContext
): Check[] {
  const rows = focus.flatMap((name) => scales.rows.filter(({measure}) => measure === name));
  const told = (column: string): string =>
    list(
      rows.map((row) => {
        const value = numbers([row], column)[0] ?? NaN;
        const {label} = measureNamed(measures, String(row.measure));
        return `${label} ${Number.isNaN(value) ? "not known" : decimal(value)}`;
      })
    );
  const [alphas, iccs] = [numbers(rows, "alpha"), numbers(rows, "icc2")];
  const low = (values: readonly number[]): boolean => values.some((value) => value < leastReliability);
  const unknown = (values: readonly number[]): boolean => values.length === 0 || values.some(Number.isNaN);
  return [
    {
      domain: "measurement",
      asked: "Do the items of a measure belong together?",
      verdict: low(alphas) ? "failed" : unknown(alphas) ? "unknown" : "passed",
      why: rows.length === 0 ? "Too few answered." : `Alpha: ${told("alpha")}; ${leastReliability} is the least.`
    },
    {
      domain: "measurement",
      asked: `Do the people of a ${unit.one} answer alike enough to be averaged?`,
      verdict: low(iccs) || unknown(iccs) ? "unknown" : "passed",
      why:
        rows.length === 0
          ? "Too few answered."
          : `Reliability of a ${unit.one}'s mean: ${told("icc2")}; under ${leastReliability} differences of ${unit.many} are ` +
            `blurred, which hides more than it makes up.`
    }
  ];
}
