import type {ReleasedTable} from "../../released/table.js";

/** What is known of the purpose's measures from exact rows. */
export interface SurveyQuality {
  readonly scales: ReleasedTable;
  readonly wording: ReleasedTable;
}
