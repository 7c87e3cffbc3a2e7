import {strips} from "../../../components/figures/strips.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {greatestOf} from "../../../stats/description/greatestOf.js";
import {leastOf} from "../../../stats/description/leastOf.js";
import {digitsFor} from "../../../evidence/format.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {perStep} from "../../perStep.js";
import {columnCalled} from "../../../evidence/columnCalled.js";
import {groupsLeftOut} from "../leaveOneOut.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

export function leftOut(panel: DepartmentPanel, input: FindingInput<DepartmentsDerived>): Mark {
  const {finding, context, document} = input;
  const left = input.derived.leftOut;
  const {primary} = finding;
  if (left.length === 0 || !primary) return htmlMark(null);
  const values = left.map(({estimate}) => estimate);
  const [least, most] = [leastOf(values), greatestOf(values)];
  const same = left.every(({estimate}) => Math.sign(estimate) === Math.sign(primary.estimate));
  const digits =
    primary.low === null || primary.high === null ? digitsFor(least, most) : digitsFor(primary.low, primary.high);
  return exhibit(
    document,
    {
      text: figures.leftOut.text(context.unit, {
        years: left.some(({kind}) => kind === "year"),
        groups: groupsLeftOut(left).map((name) => columnCalled(name, context))
      })
    },
    strips(
      left.map(({kind, name, column = "", estimate}) => ({
        strip:
          kind === "unit"
            ? figures.leftOut.unit(context.unit)
            : kind === "year"
              ? figures.leftOut.year()
              : figures.leftOut.group(columnCalled(column, context)),
        name,
        estimate
      })),
      {
        strip: {name: "strip", label: say("Left out")},
        name: {name: "name", label: say("Which")},
        value: {name: "estimate", label: say("Estimate"), unit: panel.unit, digits}
      },
      {
        rule: {at: primary.estimate, label: say("all")},
        ...figureOptions(input, "departments-left-out", figures.leftOut.title(same, least, most, digits), {
          subtitle: figures.leftOut.subtitle(panel.unit, perStep(input))
        })
      }
    )
  );
}
