import {bandPlot} from "../../../components/figures/bandPlot.js";
import type {Correlated} from "../correlations.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../../evidence/panel/fewestYears.js";

import {exposureNoun} from "../../../evidence/exposureNoun.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {adjust} from "../../../stats/adjustment/adjust.js";
import {say} from "../../../words/say.js";

export function byYear(panel: DepartmentPanel, input: FindingInput<DepartmentsDerived>): Mark {
  const {context, document} = input;
  const {years, pooled, within} = input.derived.correlations;
  if (years.length < fewestYears) return htmlMark(null);
  const adjusted = adjust(
    years.map(({pearson: r}) => r.p ?? null),
    "holm"
  );
  const clear = adjusted.filter((p) => p !== null && p < 0.05).length;
  const exposure = exposureNoun(input.plan, context);
  return exhibit(
    document,
    {
      heading: figures.byYear.heading,
      text: figures.byYear.text(context.unit, {
        pearson: pooled.pearson && correlated(pooled.pearson),
        spearman: pooled.spearman && correlated(pooled.spearman),
        within: within && correlated(within)
      })
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
            value: {name: "r", label: say("Pearson's r"), role: "outcome", digits: 2},
            low: {name: "low", label: say("from"), digits: 2},
            high: {name: "high", label: say("to"), digits: 2}
          },
          {
            value: {name: "rho", label: say("Spearman's"), role: "reference", digits: 2},
            low: {name: "rho_low", label: say("from"), digits: 2},
            high: {name: "rho_high", label: say("to"), digits: 2}
          }
        ]
      },
      {
        height: 240,
        ...figureOptions(
          input,
          "departments-by-year",
          figures.byYear.title(clear, years.length, exposure, panel.outcome.label, input.context.unit),
          {subtitle: figures.byYear.subtitle()}
        )
      }
    )
  );
}

const correlated = ({r, low, high}: Correlated): {estimate: number; low: number | null; high: number | null} => ({
  estimate: r,
  low,
  high
});
