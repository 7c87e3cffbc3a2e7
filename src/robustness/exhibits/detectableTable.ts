import {dataTable} from "../../components/parts/dataTable.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {findingName} from "../../findings/findingName.js";
import {capital, decimal, limit} from "../../words/numbers.js";
import type {Robustness} from "../../evidence/robustness/robustnessOf.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {amount, detectable as words} from "../words.en.js";

/** Two digits that are not zero, three after the point at most. */
export const digitsOfLeast = (least: number): number => Math.max(0, Math.min(3, 1 - Math.floor(Math.log10(least))));

/** The least difference that each planned comparison would have found, beside the least that matters. */
export function detectableTable({detectable}: Robustness, {context, document}: RobustnessInput): Mark {
  const rows = detectable.map(({finding, least, se, df, unit, worthwhile}) => {
    const digits = digitsOfLeast(least);
    return {
      finding: capital(findingName(finding, context)),
      least: amount(decimal(least, digits), unit),
      worthwhile: worthwhile === null ? "" : limit(worthwhile, unit),
      enough: worthwhile === null ? "" : least <= worthwhile ? "Yes" : "No",
      se: se === null ? "" : decimal(se, digits + 1),
      df: df === null ? "large" : decimal(df, df < 100 ? 1 : 0)
    };
  });
  const columns = [
    {name: "finding", label: "Question"},
    {name: "least", label: words.least},
    {name: "worthwhile", label: words.worthwhile},
    {name: "enough", label: words.enough},
    {name: "se", label: "Standard error"},
    {name: "df", label: "Degrees of freedom"}
  ];
  return htmlMark(dataTable(rows, columns, {caption: words.caption, document}));
}
