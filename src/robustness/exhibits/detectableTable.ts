import {dataTable} from "../../components/parts/dataTable.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {findingName} from "../../findings/findingName.js";
import {capital, decimal, plain} from "../../words/numbers.js";
import type {Robustness} from "../../evidence/robustness/robustnessOf.js";
import type {RobustnessInput} from "../robustnessInput.js";

/** The least difference that each planned comparison would have found, beside the least that matters. */
export function detectableTable({detectable}: Robustness, {context, document}: RobustnessInput): Mark {
  const rows = detectable.map(({finding, least, se, df, unit, worthwhile}) => {
    const digits = Math.max(0, Math.min(3, 1 - Math.floor(Math.log10(least))));
    return {
      finding: capital(findingName(finding, context)),
      least: `${decimal(least, digits)} ${unit}`,
      worthwhile: worthwhile === null ? "" : plain(Number(worthwhile.toPrecision(6))),
      enough: worthwhile === null ? "" : least <= worthwhile ? "Yes" : "No",
      se: se === null ? "" : decimal(se, digits + 1),
      df: df === null ? "large" : decimal(df, df < 100 ? 1 : 0)
    };
  });
  const columns = [
    {name: "finding", label: "Question"},
    {name: "least", label: "Smallest difference found in four of five studies"},
    {name: "worthwhile", label: "Difference that matters"},
    {name: "enough", label: "Could be found"},
    {name: "se", label: "Standard error"},
    {name: "df", label: "Degrees of freedom"}
  ];
  return htmlMark(dataTable(rows, columns, {caption: "What this study could find", document}));
}
