import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import {htmlMark, type Marks} from "../../../src/components/parts/mark.js";
import {numbersOrNull} from "../../../src/released/table.js";
import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import * as words from "../../../src/words/en/movers.js";
import {capital} from "../../../src/words/numbers.js";
import {yearNoun} from "../../../src/words/yearNoun.js";
import type {MarkInput} from "./markInput.js";

/** How many people changed unit from one year to the next, and which years brought a reorganisation; nothing without people. */
export function moversMarks({release, tables, context, document}: MarkInput): Marks {
  const table = tables.get("movers");
  if (!table || table.rows.length === 0) return {"data.movers": htmlMark()};
  const moved = numbersOrNull(table.rows, "moved").filter((count) => count !== null);
  const told = {
    years: table.rows.length,
    withheld: table.rows.length - moved.length,
    range: moved.length === 0 ? null : ([leastOf(moved), greatestOf(moved)] as const)
  };
  const {reorganised} = release.report.value;
  const columns = [
    {name: "fiscal_year", label: capital(yearNoun().one)},
    {name: "managers", label: words.columns.managers(context), digits: 0},
    {name: "moved", label: words.columns.moved(context), digits: 0}
  ];
  return {
    "data.movers": htmlMark(
      element(document, "p", {}, words.sentence(told, context)),
      dataTable(table.rows, columns, {caption: words.caption(context), document}),
      reorganised.length === 0 ? null : element(document, "p", {}, words.reorganised(reorganised, context))
    )
  };
}
