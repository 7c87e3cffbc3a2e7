import {greatestOf} from "../description/greatestOf.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Panel} from "./panel.js";

function noneNever({lostComparisons: {n, lacking}}: Panel): string {
  if (n === 0) return "no unit is never treated; ";
  const what = lacking.slice(0, 3).join(", ") || "periods without a row";
  return `no never-treated unit is left: ${what} removed the ${n} that there were; complete them, or `;
}

/** Without units that are never treated, the last cohort to be treated is the comparison, and the periods end before it. */
export function comparable(
  panel: Panel,
  control: "never" | "not-yet",
  anticipation: number,
  warnings: string[]
): Panel {
  if (panel.first.some((first) => first === Infinity)) return panel;
  if (control === "never")
    throw new NotIdentified(`not identified: ${noneNever(panel)}use control not-yet`, "no comparison");
  const last = greatestOf(panel.first);
  const kept = panel.times.filter((time) => time < last - anticipation);
  if (kept.length < 2)
    throw new NotIdentified(
      "not identified: all units are treated within one period; nothing to compare with",
      "no comparison"
    );
  warnings.push(
    `no unit is never treated: periods from ${last - anticipation} are left out, the cohort of ${last} is the comparison`
  );
  return {
    ...panel,
    times: kept,
    dropped: [
      ...panel.dropped,
      {reason: `period from ${last - anticipation} on, with no unit untreated`, n: seenIn(panel, kept.length)}
    ],
    y: panel.y.map((row) => row.slice(0, kept.length)),
    covariates: panel.covariates.map((rows) => rows.map((row) => row.slice(0, kept.length))),
    first: panel.first.map((first) => (first === last ? Infinity : first))
  };
}

function seenIn({y}: Panel, from: number): number {
  return y.reduce((rows, values) => rows + values.subarray(from).reduce((n, v) => n + (Number.isNaN(v) ? 0 : 1), 0), 0);
}
