import {timeColumn, unitColumn} from "../../../evidence/panel/departmentPanel.js";
import {say} from "../../../words/say.js";

/** What a reader calls a column that the plan takes out. */
export function calledOf(column: string, unit: string): string {
  return column === unitColumn ? unit : column === timeColumn ? say("year") : column;
}
