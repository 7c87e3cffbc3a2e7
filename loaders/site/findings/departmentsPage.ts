import {departmentPanel} from "../../../src/evidence/panel/departmentPanel.js";
import {inMoney, moneySentence} from "../../../src/findings/departments/inMoney.js";
import {wildEvidence} from "../../../src/findings/departments/wildEvidence.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {figureOptions} from "../marks/figureOptions.js";
import {htmlMark, textMark} from "../marks/mark.js";
import {bothSlopes} from "./departments/bothSlopes.js";
import {byGroup} from "./departments/byGroup.js";
import {byYear} from "./departments/byYear.js";
import {everyEstimate} from "./departments/everyEstimate.js";
import {leadTitle} from "./departments/leadTitle.js";
import {leftOut} from "./departments/leftOut.js";
import {measureTable} from "./departments/measureTable.js";
import {naivePicture} from "./departments/naivePicture.js";
import {orderPanel} from "./departments/orderPanel.js";
import {publishedTable} from "./departments/publishedTable.js";
import {splitSentence} from "./departments/splitSentence.js";
import {testTable} from "./departments/testTable.js";
import type {FindingPage} from "./findingPage.js";
import {outcomeOf} from "./measureColumn.js";
import {smallForest} from "./smallForest.js";

export const departmentsPage: FindingPage = {
  lead(input) {
    const {finding, tables, context, plan} = input;
    const table = tables.get("department_years");
    if (!table) return null;
    const panel = departmentPanel(table, {...context, plan});
    const exposure = measureNamed(context.measures, plan.term);
    const outcome = outcomeOf(finding, context);
    return exposure.unit === "0 or 1"
      ? byGroup(table, exposure, outcome, context, figureOptions(input, "departments-lead", leadTitle(input)))
      : bothSlopes(table, panel, input);
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits(input) {
    const {tables, context, plan, finding, document} = input;
    const table = tables.get("department_years");
    if (!table) throw new RangeError("missing table: department_years; the finding is made of it");
    const panel = departmentPanel(table, {...context, plan});
    const money = inMoney(finding, table, context);
    const wild = wildEvidence(panel, context.unit.one);
    return {
      naive: naivePicture(table, input),
      money: textMark(money ? moneySentence(money, context.unit.one) : ""),
      published: htmlMark(publishedTable(input)),
      evidence: everyEstimate(input, wild),
      tests: testTable(panel, input, wild),
      split: textMark(splitSentence(panel, context)),
      leftOut: leftOut(panel, input),
      byYear: byYear(panel, input),
      order: orderPanel(panel, input),
      measures: measureTable(table, input, document)
    };
  }
};
