/**
 * Everything that the page on robustness prints or draws, estimated once: a page only reads it.
 *
 * Rows       released cells of units and years, and of their survey where there is one
 * Not here   what the data do not identify: null, or left out of its list
 */
import type {ReleasedTable} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../context.js";
import type {Evidence, Finding} from "../finding.js";
import {claimedSide} from "../claimedSide.js";
import {exposureOf} from "../exposureOf.js";
import {ifIdentified} from "../ifIdentified.js";
import {departmentPanel} from "../panel/departmentPanel.js";
import {confounder, type Confounder} from "./confounder.js";
import {detectable, type Detectable} from "./detectable.js";
import {panelOf} from "./panel.js";
import {type Exposure, exposurePhrases} from "../../words/exposure.js";
import {type Placebo, placebos, plannedForPlacebos} from "./placebos.js";
import {type Specifications, specifications} from "./specifications.js";

export interface Robustness {
  /** the measure that the plan compares, by name */
  readonly outcome: string;
  readonly curve: Specifications | null;
  /** side on which the finding claims a difference; 0 where it claims none */
  readonly direction: -1 | 0 | 1;
  readonly placebos: readonly Placebo[];
  /** the plan's estimate in the placebos' unit */
  readonly planned: Evidence | null;
  readonly confounder: Confounder | null;
  /** the difference in the exposure that estimates are of */
  readonly step: number;
  /** what units are exposed to, for sentences */
  readonly exposure: Exposure;
  readonly detectable: readonly (Detectable & {
    /** smallest difference that matters, in the estimate's unit */
    readonly worthwhile: number | null;
  })[];
}

export interface RobustnessInput {
  readonly departmentYears: ReleasedTable | undefined;
  readonly survey: ReleasedTable | undefined;
  readonly context: EvidenceContext;
  readonly findings: readonly Finding[];
  planFor(finding: Finding["id"]): Plan | null;
  /** what `curveOf` gives of the same cells */
  readonly curve: Specifications | null;
}

export interface CurveInput extends Pick<RobustnessInput, "departmentYears" | "context"> {
  /** the departments' */
  readonly plan: Plan | null;
  /** the departments' finding's own estimate */
  readonly primary: Pick<Evidence, "estimate" | "low" | "high"> | null;
}

/** Most of the work, apart: it reads the departments' cells alone, and stays as it is where something else has changed. */
export function curveOf({departmentYears, context, plan, primary}: CurveInput): Specifications | null {
  const panel = departmentYears && plan && panelOf(departmentYears, {...context, plan});
  if (!panel) return null;
  const {scale} = departmentPanel(departmentYears, {...context, plan});
  return ifIdentified(() => specifications(panel, {primary: primary && {...primary, scale}}));
}

/** Null where there are too few years, or the departments' plan names no columns that are released. */
export function robustnessOf({
  departmentYears,
  survey,
  context,
  findings,
  planFor,
  curve
}: RobustnessInput): Robustness | null {
  const plan = planFor("departments");
  const panel = departmentYears && plan && panelOf(departmentYears, {...context, plan});
  if (!panel) return null;
  const cells = departmentPanel(departmentYears, {...context, plan});
  const finding = findings.find(({id}) => id === "departments");
  const primary = finding?.primary ?? null;
  const direction = finding ? claimedSide(finding) : 0;
  const {worthwhile} = plan;
  const exposure = exposureOf(plan, context);
  const {noun} = exposurePhrases(exposure, context);
  return {
    outcome: panel.outcome,
    curve,
    direction,
    placebos:
      (primary &&
        ifIdentified(() =>
          placebos(cells, context, {
            worthwhile,
            direction,
            survey,
            noun,
            worthwhileSurvey: planFor("engagement")?.worthwhile
          })
        )) ??
      [],
    planned: primary && ifIdentified(() => plannedForPlacebos(cells, primary, noun)),
    confounder: primary && panel.main?.within ? ifIdentified(() => confounder(panel, {primary})) : null,
    step: cells.step,
    exposure,
    detectable: detectable(findings).map((one) => ({
      ...one,
      worthwhile: findings.find(({id}) => id === one.finding)?.worthwhile ?? null
    }))
  };
}
