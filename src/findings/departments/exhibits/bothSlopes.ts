import {slopes} from "../../../components/figures/slopes.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {decimal, digitsFor, signed} from "../../../evidence/format.js";
import {measureNamed} from "../../../evidence/measure.js";
import type {ReleasedTable} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, formatFor, outcomeOf, yearColumn} from "../../../components/parts/measureColumn.js";
import {unitNames} from "./unitNames.js";
import {leadTitle} from "./leadTitle.js";
import {perStep} from "../../perStep.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

/** The cells, and both slopes: between the units' means and within units. */
export function bothSlopes(
  {rows}: ReleasedTable,
  panel: DepartmentPanel,
  input: FindingInput<DepartmentsDerived>
): Element | null {
  const {finding, context, plan} = input;
  const {split} = input.derived;
  const {primary} = finding;
  if (!primary) return null;
  const exposure = measureNamed(context.measures, plan.exposure.name);
  const outcome = outcomeOf(finding, context);
  const y = panel.logged
    ? {name: "logged", label: figures.slopes.logged(outcome.label), unit: panel.unit}
    : columnFor(outcome);
  const per = panel.logged ? 1 : panel.scale;
  const digits = primary.low === null || primary.high === null ? 1 : digitsFor(primary.low, primary.high);
  return slopes(
    panel.logged ? rows.map((row, i) => ({...row, logged: panel.y[i] ?? null})) : rows,
    {x: columnFor(exposure), y, unit: unitNames(context), order: yearColumn},
    {
      ...(split && {
        between: {
          label: figures.slopes.between(context.unit, signed(split.between, digits)),
          slope: split.between / per
        }
      }),
      within: {
        label: figures.slopes.within(context.unit, signed(primary.estimate, digits)),
        slope: primary.estimate / per
      },
      xFormat: formatFor(exposure),
      yFormat: panel.logged ? undefined : formatFor(outcome),
      ...figureOptions(
        input,
        "departments-lead",
        split
          ? figures.slopes.title(
              outcome.label,
              context.unit,
              say("{0} {1}", decimal(split.between, digits), panel.unit),
              decimal(primary.estimate, digits)
            )
          : leadTitle(input),
        {
          subtitle: figures.slopes.subtitle(outcome.label, exposure.label, panel.rows, panel.unit, perStep(input))
        }
      )
    }
  );
}
