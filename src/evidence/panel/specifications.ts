/**
 * The departments' association by every comparison that its cells allow, the naive ones first.
 *
 * Estimand   difference in the plan's outcome for a step of the exposure: over all cells, of units' means,
 *            among units in a year, of a unit with itself, both, and of yearly changes, each year's common change taken out
 *            where the plan takes out years
 * Errors     by unit, CR2 with Satterthwaite df, unless the label says otherwise; of units with one row each that is HC2
 * Not here   what the plan does not name in other measures: see otherMeasures
 */
import type {OlsOptions} from "../../stats/regression/ols.js";
import {ols} from "../../stats/regression/ols.js";
import type {Plan, Words} from "../context.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import type {DepartmentPanel} from "./departmentPanel.js";
import {oneRowAUnit, plannedLabel, timeColumn, unitColumn} from "./departmentPanel.js";
import {ifIdentified} from "../ifIdentified.js";
import {wildEvidence} from "./wildEvidence.js";
import {say} from "../../words/say.js";

export interface Specifications {
  readonly pooled: Evidence;
  /** units with one another, in the same year */
  readonly across: Evidence | null;
  /** the plan's specification, errors by unit */
  readonly primary: Evidence;
  /** the plan's specification once more, with other errors */
  readonly restated: readonly Evidence[];
  /** all that could be estimated, in the order of reading */
  readonly all: readonly Evidence[];
}

export function specifications(panel: DepartmentPanel, {plan, unit}: {plan: Plan; unit: Words}): Specifications {
  const {left, right, specification} = panel;
  const single = oneRowAUnit(panel);
  const fit = (
    label: string,
    formula: string,
    options: OlsOptions = {cluster: unitColumn},
    naive = false
  ): Evidence => {
    const fitted = ols(formula, panel.columns, {...panel.order, ...options, about: panel.term});
    return evidenceFrom(fitted, {
      label,
      // of clusters of one row each CR2 is HC2
      ...(fitted.vcov?.type !== "CR2"
        ? {}
        : single
          ? {note: "ols, HC2, Satterthwaite df", errors: "robust"}
          : {errors: "clustered"}),
      term: panel.term,
      unit: panel.unit,
      scale: panel.scale,
      rows: options.model === "between" ? unit.many : panel.rows,
      naive
    });
  };
  const attempt = (...args: Parameters<typeof fit>): Evidence | null => ifIdentified(() => fit(...args));
  const plain = `${left} ~ ${right}`;
  const pooled = fit(say("All {0} pooled", panel.rows), plain, {cluster: unitColumn}, true);
  const several = new Set(panel.years).size > 1;
  const between = several
    ? attempt(
        say("Between {0}: means over the years", unit.many),
        plain,
        {model: "between", unit: unitColumn, vcov: "HC3"},
        true
      )
    : null;
  const across = several
    ? attempt(say("Among {0} in the same year", unit.many), `${plain} | ${timeColumn}`, {cluster: unitColumn}, true)
    : null;
  const within = attempt(say("Within {0}, years not taken out", unit.one), `${plain} | ${unitColumn}`);
  const clustered = fit(
    single
      ? say("{0}, robust errors", plannedLabel(panel, unit.one))
      : say("{0}, errors by {1}", plannedLabel(panel, unit.one), unit.one),
    specification
  );
  const primary = decided(panel, clustered, unit);
  const classical =
    plan.published?.vcov === "iid"
      ? [fit(say("The same with classical errors, as published"), specification, {vcov: "iid"})]
      : [];
  const common = panel.absorbed.includes(timeColumn) ? ` + factor(${timeColumn})` : "";
  const changes = attempt(say("Changes from year to year"), `${plain}${common}`, {
    model: "fd",
    unit: unitColumn,
    time: timeColumn,
    cluster: unitColumn
  });
  const all = [pooled, between, across, within, primary, ...classical, changes].filter((one) => one !== null);
  return {pooled, across, primary, restated: classical, all};
}

/** with fewer units the wild bootstrap keeps 5 % where the t test on CR2 has 5.6 (test/simulate) */
export const fewUnits = 30;

/** One interval for one specification: of few units the wild bootstrap's, of many CR2's. */
function decided(panel: DepartmentPanel, clustered: Evidence, {one}: Words): Evidence {
  if (new Set(panel.units).size >= fewUnits) return clustered;
  const wild = wildEvidence(panel, one);
  return wild?.p == null ? clustered : {...wild, effectiveDf: clustered.df};
}
