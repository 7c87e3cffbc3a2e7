import {evidenceWords} from "../../../evidence/evidenceWords.js";
import {outcomeOf} from "../../../components/parts/measureColumn.js";
import type {FindingInput} from "../../findingPage.js";
import * as figures from "../figures.en.js";

export function leadTitle({finding, context}: FindingInput): string {
  const [naive] = finding.evidence;
  return naive && finding.primary
    ? figures.slopes.simpleTitle(
        outcomeOf(finding, context).label,
        evidenceWords(naive),
        evidenceWords(finding.primary),
        context.unit
      )
    : figures.estimates.plainTitle();
}
