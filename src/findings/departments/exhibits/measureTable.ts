import {dataTable} from "../../../components/parts/dataTable.js";
import {capital, decimal, pValue} from "../../../evidence/format.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {perStep} from "../../perStep.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import type {OtherMeasure} from "../otherMeasures.js";
import {say} from "../../../words/say.js";

export function measureTable(input: FindingInput<DepartmentsDerived>): Mark {
  const {
    context,
    derived,
    document,
    plan,
    finding: {primary}
  } = input;
  const found = derived.others;
  if (found.length === 0) return htmlMark(null);
  // the planned measure is printed as everywhere else on the page
  const isPlanned = ({measure, within}: OtherMeasure): boolean =>
    measure.name === plan.outcome.name && primary?.unit === within.unit;
  const planned = found.find(isPlanned);
  const rows = found.map((one) => {
    const {measure, pooled} = one;
    const within = primary && isPlanned(one) ? primary : one.within;
    return {
      measure: say("{0}, {1}", capital(measure.label), within.unit),
      pooled: figures.measures.shown(pooled),
      within: figures.measures.shown(within),
      p: within.p === null ? null : pValue(within.p),
      df: within.df === null ? figures.tests.resampled : decimal(within.df, 1)
    };
  });
  return exhibit(
    document,
    {
      heading: figures.measures.heading,
      text: figures.measures.text(perStep(input), {
        planned: planned?.measure.label ?? null,
        profit: found.some(({measure}) => measure.name === "profit")
      })
    },
    dataTable(
      rows,
      [
        {name: "measure", label: figures.measures.measure},
        {name: "pooled", label: figures.measures.simple},
        {name: "within", label: figures.measures.main(context.unit)},
        {name: "p", label: "p"},
        {name: "df", label: "df"}
      ],
      {caption: figures.measures.caption, document}
    )
  );
}
