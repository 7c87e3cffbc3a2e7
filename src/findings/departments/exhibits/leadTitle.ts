import {unitColumn} from "../../../evidence/panel/departmentPanel.js";
import {evidenceWords} from "../../../evidence/evidenceWords.js";
import {outcomeOf} from "../../../components/parts/measureColumn.js";
import {fewestDigits} from "../../../evidence/fewestDigits.js";
import type {FindingInput} from "../../findingPage.js";
import {figures} from "../figures.js";

export function leadTitle({finding, context, plan}: FindingInput): string {
  const [naive] = finding.evidence;
  return naive && finding.primary
    ? figures.slopes.simpleTitle(
        outcomeOf(finding, context).label,
        evidenceWords(naive, fewestDigits(finding.evidence)),
        evidenceWords(finding.primary),
        plan.absorbed.includes(unitColumn) ? figures.slopes.withItself(context.unit) : figures.slopes.planned
      )
    : figures.estimates.plainTitle();
}
