import {ols} from "../../stats/regression/ols.js";
import type {EvidenceContext} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {longChange, yearlyChange} from "../../evidence/survey/changeOnChange.js";
import type {SurveyCells} from "../../evidence/survey/surveyCells.js";
import {say} from "../../words/say.js";
import {unit} from "./surveyPanel.js";

/** The same difference as change on change: from the first years to the last, and from each year to the next. */
export function changeEvidence(
  cells: SurveyCells,
  {y: values, step}: DepartmentPanel,
  {unit: units}: EvidenceContext
): Evidence[] {
  const long = longChange(cells, values);
  const yearly = yearlyChange(cells, values);
  const change = (
    rows: readonly {unit: string; year: number; exposure: number; answers: number}[],
    formula: string,
    label: string,
    n: string
  ): Evidence[] => {
    if (new Set(rows.map(({unit: id}) => id)).size < 5 || new Set(rows.map(({exposure}) => exposure)).size < 2)
      return [];
    const table = {
      answers: rows.map(({answers}) => answers),
      exposure: rows.map(({exposure}) => exposure),
      unit: rows.map(({unit: id}) => id),
      year: rows.map(({year}) => String(year))
    };
    return [
      evidenceFrom(ols(formula, table, {cluster: "unit"}), {label, term: "exposure", unit, rows: n, scale: step})
    ];
  };
  const span = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}\u2013${to}`);
  return [
    ...(long
      ? change(
          long.changes,
          "answers ~ exposure",
          say("Changes from {0} to {1}", span(long.first), span(long.last)),
          units.many
        )
      : []),
    ...change(
      yearly,
      "answers ~ exposure | year",
      say("Changes from one year to the next"),
      say("changes of {0}", units.many)
    )
  ];
}
