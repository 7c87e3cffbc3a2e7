import {dataTable} from "../../../src/components/dataTable.js";
import type {FigureOptions} from "../../../src/components/figure.js";
import {leadLag} from "../../../src/components/leadLag.js";
import {specificationCurve} from "../../../src/components/specificationCurve.js";
import type {FindingId} from "../../../src/evidence/finding.js";
import {capital, count, decimal, pValue, percent} from "../../../src/evidence/format.js";
import type {Robustness} from "../../../src/evidence/robustness.js";
import {detectable, robustness} from "../../../src/evidence/robustness.js";
import {planFor} from "../../release/context.js";
import {figureOptions} from "./figureOptions.js";
import {findingName} from "./findingName.js";
import type {Mark, Marks} from "./mark.js";
import {htmlMark, textMark} from "./mark.js";
import type {MarkInput} from "./markInput.js";

/** How the departments' association fares; no mark where there are too few years to tell. */
export function robustnessMarks(input: MarkInput): Marks {
  const {release, tables, context} = input;
  const plan = planFor(release.study, "departments");
  const table = tables.get("department_years");
  const strong = table && plan && robustness(table, {...context, plan});
  if (!strong) return {};
  const {points, positive, joint, confounder} = strong;
  return {
    "robustness.sentence": textMark(
      `Of ${count(points.length)} defensible specifications ${percent(positive)} have a positive estimate. Were ${context.unit.many} to ` +
        `change places, a median as far from nought would come up with p ${pValue(joint.median)}, a sum of evidence as great with p ` +
        `${pValue(joint.stouffer)} (${count(joint.draws)} draws).`
    ),
    "robustness.confounder": textMark(
      `Something unmeasured would have to explain ${percent(confounder.estimate, 1)} of what is left of both participation and outcome ` +
        `to take the planned estimate to nought, and ${percent(confounder.interval, 1)} to take its interval there.`
    ),
    "robustness.curve": htmlMark(
      curveFigure(
        strong,
        figureOptions(
          input,
          "curve",
          `${percent(positive)} of ${count(points.length)} defensible estimates are positive`
        )
      )
    ),
    "robustness.lags": htmlMark(lagFigure(strong, figureOptions(input, "lags", lagTitle(strong)))),
    "robustness.detectable": detectableTable(input)
  };
}

function lagTitle({lags}: Robustness): string {
  const strongest = lags.toSorted((a, b) => Math.abs(b.r) - Math.abs(a.r))[0];
  if (!strongest) return "Which comes first";
  if (strongest.lag === 0) return "Within units the two go together most in the same year";
  return `Within units the two go together most when ${strongest.lag > 0 ? "participation" : "the outcome"} comes first`;
}

function detectableTable({release, context, document}: MarkInput): Mark {
  const rows = detectable(release.findings.value.findings).map(({finding, detectable: least, unit}) => ({
    finding: capital(findingName(finding as FindingId, context)),
    least: decimal(least, least < 1 ? 2 : 1),
    unit
  }));
  const columns = [
    {name: "finding", label: "Finding"},
    {name: "least", label: "Least difference found in four of five studies"},
    {name: "unit", label: "Unit"}
  ];
  return htmlMark(dataTable(rows, columns, {caption: "What this study could have seen", document}));
}

function curveFigure({points, choices}: Robustness, options: FigureOptions): Element {
  return specificationCurve(
    points,
    {
      estimate: {name: "estimate", label: "Standardised estimate", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2},
      choices: choices.map((name) => ({name, label: capital(name)})),
      planned: {name: "planned", label: "Planned"}
    },
    options
  );
}

function lagFigure({lags}: Robustness, options: FigureOptions): Element {
  return leadLag(
    lags,
    {
      lag: {name: "lag", label: "Years by which the outcome comes after", digits: 0},
      r: {name: "r", label: "Partial r", digits: 2}
    },
    options
  );
}
