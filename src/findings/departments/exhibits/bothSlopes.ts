import {slopes} from "../../../components/figures/slopes.js";
import {betweenAndWithin} from "../betweenAndWithin.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {capital, digitsFor, signed} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import type {ReleasedTable} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "../../../components/parts/measureColumn.js";
import {unitNames} from "./unitNames.js";
import {leadTitle} from "./leadTitle.js";

/** The cells, and both slopes: between the units' means and within units. */
export function bothSlopes({rows}: ReleasedTable, panel: DepartmentPanel, input: FindingInput): Element | null {
  const {finding, context, plan} = input;
  const split = betweenAndWithin(panel);
  const {primary} = finding;
  if (!primary) return null;
  const exposure = measureNamed(context.measures, plan.exposure.name);
  const outcome = outcomeOf(finding, context);
  const y = panel.logged ? {name: "logged", label: `Log of ${outcome.label}`, unit: panel.unit} : columnFor(outcome);
  const per = panel.logged ? 1 : panel.scale;
  const digits = primary.low === null || primary.high === null ? 1 : digitsFor(primary.low, primary.high);
  const {one, many} = context.unit;
  return slopes(
    panel.logged ? rows.map((row, i) => ({...row, logged: panel.y[i] ?? null})) : rows,
    {x: columnFor(exposure), y, unit: unitNames(context), order: yearColumn},
    {
      ...(split && {
        between: {label: `between ${many} ${signed(split.between, digits)}`, slope: split.between / per}
      }),
      within: {label: `each ${one} with itself ${signed(primary.estimate, digits)}`, slope: primary.estimate / per},
      xFormat: formatFor(exposure),
      yFormat: panel.logged ? undefined : formatFor(outcome),
      ...figureOptions(
        input,
        "departments-lead",
        split
          ? `Between ${many} ${signed(split.between, digits)}, within them ${signed(primary.estimate, digits)} ${panel.unit} from none to full`
          : leadTitle(input),
        {
          subtitle: `${capital(outcome.label)} by ${exposure.label}, ${panel.rows}; slopes in ${panel.unit} from none to full`
        }
      )
    }
  );
}
