import {departmentPanel, oneRowAUnit, unitColumn} from "../../evidence/panel/departmentPanel.js";
import {fewUnits} from "../../evidence/panel/specifications.js";
import type {DepartmentsDerived} from "./derive.js";
import {moneySentence} from "./inMoney.js";
import {exposureNoun} from "../../evidence/exposureNoun.js";
import {measureNamed} from "../../evidence/measure.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {htmlMark, textMark} from "../../components/parts/mark.js";
import {bothSlopes} from "./exhibits/bothSlopes.js";
import {byGroup} from "./exhibits/byGroup.js";
import {byYear} from "./exhibits/byYear.js";
import {everyEstimate} from "./exhibits/everyEstimate.js";
import {leadTitle} from "./exhibits/leadTitle.js";
import {leftOut} from "./exhibits/leftOut.js";
import {measureTable} from "./exhibits/measureTable.js";
import {naivePicture} from "./exhibits/naivePicture.js";
import {otherArms} from "./exhibits/otherArms.js";
import {orderPanel} from "./exhibits/orderPanel.js";
import {publishedTable} from "./exhibits/publishedTable.js";
import {splitSentence} from "./exhibits/splitSentence.js";
import {testTable} from "./exhibits/testTable.js";
import {timingPanel} from "./exhibits/timingPanel.js";
import {figures} from "./figures.js";
import {columnCalled} from "../../evidence/columnCalled.js";
import {sentences} from "../../words/numbers.js";
import {words} from "./words.js";
import type {FindingPage} from "../findingPage.js";
import {outcomeOf} from "../../components/parts/measureColumn.js";
import {forest} from "../../components/figures/forest.js";
import {smallForest} from "../../components/figures/smallForest.js";

export const departmentsPage: FindingPage<DepartmentsDerived> = {
  lead(input) {
    const {finding, tables, context, plan} = input;
    const table = tables.get("department_years");
    if (!table) return null;
    const panel = departmentPanel(table, {...context, plan});
    const exposure = measureNamed(context.measures, plan.exposure.name);
    const outcome = outcomeOf(finding, context);
    // one slope for all is no slope of each with itself
    if (!plan.absorbed.includes(unitColumn))
      return forest(finding.evidence, figureOptions(input, "departments-lead", leadTitle(input)));
    return exposure.unit === "0 or 1"
      ? byGroup(
          table,
          exposure,
          outcome,
          {...context, noun: exposureNoun(input.plan, context)},
          figureOptions(input, "departments-lead", figures.groups.title(outcome.label), {
            subtitle: figures.groups.subtitle(outcome.label, outcome.unit, context.unit)
          })
        )
      : bothSlopes(table, panel, input);
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits(input) {
    const {tables, context, plan, derived} = input;
    const table = tables.get("department_years");
    if (!table) throw new RangeError("missing table: department_years; the finding is made of it");
    const panel = departmentPanel(table, {...context, plan});
    const {money} = derived;
    return {
      naive: naivePicture(table, input),
      money: textMark(money ? moneySentence(money, context.unit.one) : ""),
      arms: textMark(otherArms(panel, input)),
      measured: textMark(sentences(plan.columns.flatMap((name) => measureNamed(context.measures, name).about ?? []))),
      published: htmlMark(publishedTable(input)),
      evidence: everyEstimate(input),
      tests: testTable(panel, input),
      split: textMark(splitSentence(panel, input)),
      weights: textMark(
        derived.weights
          ? figures.weights(
              derived.weights,
              context.unit,
              panel.rows,
              hasNone(panel) ? exposureNoun(plan, context) : null
            )
          : ""
      ),
      leftOut: leftOut(panel, input),
      byYear: byYear(panel, input),
      timing: timingPanel(panel, input),
      order: orderPanel(input),
      measures: measureTable(input),
      method: textMark(
        words.methodSentence(
          plan.absorbed.map((name) => columnCalled(name, context)),
          {
            errors: input.finding.primary?.errors ?? (oneRowAUnit(panel) ? "robust" : "clustered"),
            unit: context.unit,
            fewest: fewUnits
          }
        )
      )
    };
  }
};

/** Whether some row has nothing of the exposure. */
const hasNone = ({x}: {readonly x: readonly number[]}): boolean => x.includes(0);
