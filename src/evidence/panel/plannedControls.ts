import {modelFrame} from "../../stats/formula/modelFrame.js";
import {plannedModel} from "../../stats/formula/plannedModel.js";
import {ifIdentified} from "../ifIdentified.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {freeName} from "./freeName.js";

/** One of the plan's terms beside the exposure. */
export interface PlannedControl {
  /** as a formula of ours names it */
  readonly name: string;
  /** as the plan's fit does */
  readonly term: string;
  /** by the panel's rows; NaN where it is missing */
  readonly values: readonly number[];
}

/**
 * What the plan adjusts for, as columns by the panel's rows: whatever asks the planned comparison another question adjusts
 * for the same.
 */
export function plannedControls({
  specification,
  term,
  columns,
  order,
  units
}: Pick<DepartmentPanel, "specification" | "term" | "columns" | "order" | "units">): readonly PlannedControl[] {
  const {controls, adjusted} = plannedModel(specification, term);
  if (controls.length === 0) return [];
  const outcome = freeName("no_outcome", columns);
  const table = {...columns, [outcome]: units.map(() => 0)};
  const frame = ifIdentified(() => modelFrame(`${outcome} ~ ${adjusted.join(" + ")}`, table, order));
  // no row has them all: whoever adjusts for them has none either
  if (!frame) return controls.map((label, j) => ({name: `control_${j}`, term: label, values: units.map(() => NaN)}));
  const {names, x, rows} = frame;
  return names.flatMap((called, j) => {
    if (called === "(Intercept)") return [];
    const values = units.map(() => NaN);
    rows.forEach((row, i) => (values[row] = x[j]?.[i] ?? NaN));
    return [{name: `control_${j}`, term: called, values}];
  });
}

/** They as columns of a table, and as what follows the exposure in a formula: " + control_1". */
export function besideExposure(controls: readonly PlannedControl[]): {
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly right: string;
} {
  return {
    columns: Object.fromEntries(controls.map(({name, values}) => [name, values])),
    right: controls.map(({name}) => ` + ${name}`).join("")
  };
}
