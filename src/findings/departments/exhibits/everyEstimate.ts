import {forest} from "../../../components/figures/forest.js";
import {decimal, digitsFor, interval} from "../../../evidence/format.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {greatestOf} from "../../../stats/description/greatestOf.js";
import {leastOf} from "../../../stats/description/leastOf.js";
import type {FindingInput} from "../../findingPage.js";
import {perStep} from "../../perStep.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";

export function everyEstimate(input: FindingInput<DepartmentsDerived>): Mark {
  const {finding, context} = input;
  const {wild} = input.derived;
  const naive = finding.evidence.filter((one) => one.naive && one.unit === finding.primary?.unit);
  const estimates = naive.map(({estimate}) => estimate);
  const {primary} = finding;
  const digits = primary?.low == null || primary.high === null ? 1 : digitsFor(primary.low, primary.high);
  const title =
    primary && estimates.length > 0
      ? figures.estimates.title(
          context.unit,
          estimates.length > 1
            ? interval(leastOf(estimates), greatestOf(estimates), digits)
            : decimal(leastOf(estimates), digits),
          decimal(primary.estimate, digits),
          {several: estimates.length > 1}
        )
      : figures.estimates.plainTitle();
  return htmlMark(
    forest(
      [...finding.evidence, ...(wild ? [wild] : [])],
      figureOptions(input, "departments-evidence", title, {
        subtitle: figures.estimates.subtitle(primary?.unit ?? "", perStep(input))
      })
    )
  );
}
