import {bandPlot} from "../../../components/figures/bandPlot.js";
import type {Correlated} from "../correlations.js";
import {correlations} from "../correlations.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../../evidence/panel/fewestYears.js";
import {capital, count, decimal, interval} from "../../../evidence/format.js";
import {isClear} from "../../../evidence/isClear.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";

export function byYear(panel: DepartmentPanel, input: FindingInput): Mark {
  const {context, document} = input;
  const {years, pooled, within} = correlations(panel);
  if (years.length < fewestYears) return htmlMark(null);
  const told = (name: string, one: Correlated | null): string =>
    one
      ? `${name} ${decimal(one.r)}${one.low === null || one.high === null ? "" : ` (${interval(one.low, one.high, 2)})`}`
      : "";
  const {many, one} = context.unit;
  const clear = years.filter(({pearson: r}) => isClear(r)).length;
  const exposure = panel.exposure.label.toLowerCase();
  return exhibit(
    document,
    {
      heading: "Year by year",
      text:
        `${capital(many)} held against one another in a single year, then over all years: ` +
        `${[told("Pearson", pooled.pearson), told("Spearman", pooled.spearman)].filter(Boolean).join(", ")}, as if every ` +
        `${one}-year stood alone; ${told("within", within)} ${many}, by repeated-measures correlation.`
    },
    bandPlot(
      years.map(({year, pearson: r, spearman: rho}) => ({
        fiscal_year: year,
        r: r.r,
        low: r.low,
        high: r.high,
        rho: rho.r,
        rho_low: rho.low,
        rho_high: rho.high
      })),
      {
        time: yearColumn,
        bands: [
          {
            value: {name: "r", label: "Pearson's r", role: "outcome", digits: 2},
            low: {name: "low", label: "from", digits: 2},
            high: {name: "high", label: "to", digits: 2}
          },
          {
            value: {name: "rho", label: "Spearman's", role: "reference", digits: 2},
            low: {name: "rho_low", label: "from", digits: 2},
            high: {name: "rho_high", label: "to", digits: 2}
          }
        ]
      },
      {
        height: 240,
        ...figureOptions(
          input,
          "departments-by-year",
          `In ${count(clear)} of ${count(years.length)} years ${many} with more ${exposure} stood apart from the others`
        )
      }
    )
  );
}
