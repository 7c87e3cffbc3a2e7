import {ifIdentified} from "../../evidence/ifIdentified.js";
import type {Evidence} from "../../evidence/finding.js";
import {departmentPanel, oneRowAUnit, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../evidence/panel/fewestYears.js";
import {wildEvidence} from "../../evidence/panel/wildEvidence.js";
import {type BetweenAndWithin, betweenAndWithin} from "./betweenAndWithin.js";
import {type BesidePublished, besidePublished} from "./besidePublished.js";
import {type Correlations, correlations} from "./correlations.js";
import type {DeriveInput} from "../deriveInput.js";
import {inMoney, type Money} from "./inMoney.js";
import {type LeftOut, leaveOneOut} from "./leaveOneOut.js";
import {type NaiveLine, naiveLine} from "./naiveLine.js";
import {type OtherMeasure, otherMeasures} from "./otherMeasures.js";
import {type Redrawn, redraw} from "./redraw.js";
import {timing} from "./timing.js";
import {type TwoWayWeights, twoWayWeights} from "./twoWayWeights.js";
import {figures} from "./figures.js";
import {type Permuted, permuteTrajectories} from "./permuteTrajectories.js";

const shifts = [-3, -2, -1, 0, 1, 2, 3];

/** What the page draws beyond the claim; null where the data do not identify it. */
export interface DepartmentsDerived {
  readonly naive: NaiveLine | null;
  readonly money: Money | null;
  readonly published: BesidePublished | null;
  readonly wild: Evidence | null;
  /** units of a line change places with their whole course */
  readonly exchanged: Permuted | null;
  /** units drawn once exchange what they were drawn for */
  readonly redrawn: Redrawn | null;
  readonly split: BetweenAndWithin | null;
  /** which cells the main comparison rests on; null where it does not absorb unit and year */
  readonly weights: TwoWayWeights | null;
  /** by the exposure of the same year and of the year before, alone and together */
  readonly timing: readonly Evidence[];
  readonly leftOut: readonly LeftOut[];
  readonly correlations: Correlations;
  /** by years from exposure to outcome; null where there are too few years */
  readonly order: readonly Permuted[] | null;
  readonly others: readonly OtherMeasure[];
}

export function deriveDepartments({tables, context, plan, finding}: DeriveInput): DepartmentsDerived {
  const table = tables.get("department_years");
  if (!table) throw new RangeError("missing table: department_years; the finding is made of it");
  const panel = departmentPanel(table, {...context, plan});
  const enough = yearsWithBoth(panel).length >= fewestYears;
  return {
    naive: naiveLine(table),
    money: inMoney(finding, table, context),
    published: ifIdentified(() => besidePublished(table, plan)),
    wild: oneRowAUnit(panel) ? null : wildEvidence(panel, context.unit.one),
    exchanged: finding.primary && ifIdentified(() => permuteTrajectories(panel)),
    redrawn: finding.primary && finding.level === 5 ? ifIdentified(() => redraw(panel, context)) : null,
    split: betweenAndWithin(panel),
    weights: finding.primary && ifIdentified(() => twoWayWeights(panel)),
    timing: finding.primary ? timing(panel, finding.primary, figures.timing.labels) : [],
    leftOut: leaveOneOut(panel),
    correlations: correlations(panel),
    order: enough
      ? shifts.flatMap((lag) => ifIdentified(() => permuteTrajectories(panel, {lag, draws: 999})) ?? [])
      : null,
    others: otherMeasures(table, {...context, plan})
  };
}
