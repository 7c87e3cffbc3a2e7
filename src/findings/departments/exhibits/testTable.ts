import type {Column} from "../../../components/parts/column.js";
import {dataTable} from "../../../components/parts/dataTable.js";
import {columnCalled} from "../../../evidence/columnCalled.js";
import {type DepartmentPanel, oneRowAUnit} from "../../../evidence/panel/departmentPanel.js";
import {decimal, digitsFor, interval, pValue, signed} from "../../../evidence/format.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

/** What the intervals do not show: p beside its degrees of freedom, and by exchange. */
export function testTable(
  panel: DepartmentPanel,
  {
    finding: {evidence, primary},
    derived: {exchanged, redrawn, wild},
    context,
    document
  }: FindingInput<DepartmentsDerived>
): Mark {
  if (!primary) return htmlMark(null);
  const {unit, division} = context;
  const strata = (redrawn?.strata ?? []).map((name) => columnCalled(name, context));
  const tested = exchanged
    ? {label: figures.tests.exchanged(unit), p: exchanged.p}
    : redrawn && {label: figures.tests.redrawn(strata), p: redrawn.p};
  const byExchange = tested && {...primary, ...tested, low: null, high: null, df: null};
  const usual = primary.low === null || primary.high === null ? 1 : digitsFor(primary.low, primary.high);
  const further = evidence.some(({errors}) => errors === "wild") ? null : wild;
  const rows = [...evidence, further, byExchange].flatMap((one) => {
    if (!one) return [];
    const {label, estimate, low, high, p, df, n} = one;
    return {
      label,
      estimate: signed(estimate, low === null || high === null ? usual : digitsFor(low, high)),
      interval: low === null || high === null ? figures.tests.noInterval : interval(low, high),
      p: p === null ? null : pValue(p),
      df: df === null ? figures.tests.resampled : decimal(df, 1),
      n
    };
  });
  const several = new Set(panel.lines).size > 1;
  const exchange =
    exchanged && figures.tests.exchange(unit, exchanged.draws, several ? (division?.one ?? say("division")) : null);
  return exhibit(
    document,
    {
      text:
        figures.tests.text(unit, new Set(panel.years).size) +
        (oneRowAUnit(panel) ? figures.tests.single(unit) : "") +
        (exchange ?? (redrawn ? figures.tests.redraw(unit, redrawn.draws, strata) : ""))
    },
    dataTable(rows, testColumns(panel.unit), {caption: figures.tests.caption, document})
  );
}

const testColumns = (unit: string): Column[] => [
  {name: "label", label: figures.tests.comparison},
  {name: "estimate", label: figures.tests.difference(unit)},
  {name: "interval", label: figures.tests.interval},
  {name: "p", label: "p"},
  {name: "df", label: "df"},
  {name: "n", label: "n", digits: 0}
];
