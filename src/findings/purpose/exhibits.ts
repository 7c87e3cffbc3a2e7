import {series} from "../../components/figures/series.js";
import {percent} from "../../evidence/format.js";
import type {MixingYear} from "./mixingYears.js";
import {linesOf, mixingYears} from "./mixingYears.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import type {FindingInput, FindingPage} from "../findingPage.js";
import {yearColumn} from "../../components/parts/measureColumn.js";
import {linesFigure} from "./exhibits/linesFigure.js";
import {measuresFigures} from "./exhibits/measuresFigures.js";
import {figures} from "./figures.js";

const format = (value: number): string => percent(value);
const mixingColumns = (lines: number) => ({
  time: yearColumn,
  columns: [
    {name: "share", label: figures.lead.other(lines), role: "participation" as const, share: true, format},
    {name: "chance", label: figures.lead.chance(), role: "reference" as const, share: true, format}
  ]
});

export const purposePage: FindingPage = {
  lead(input) {
    const rows = programmeYears(input);
    const [start, end] = [rows.at(0), rows.at(-1)];
    if (!start || !end) return null;
    const title = figures.lead.title(start.fiscal_year, start.share, end.fiscal_year, end.share, linesIn(input));
    return series(rows, mixingColumns(linesIn(input)), {
      together: true,
      height: 240,
      ...figureOptions(input, "purpose-lead", title, {
        subtitle: figures.lead.subtitle(input.context.person.many)
      })
    });
  },
  small: (input, options) =>
    series(programmeYears(input), mixingColumns(linesIn(input)), {together: true, height: 160, ...options}),
  exhibits: (input) => ({lines: linesFigure(input), measures: measuresFigures(input)})
};

const linesIn = ({tables}: FindingInput): number => {
  const table = tables.get("mixing");
  return table ? linesOf(table).length : 0;
};

function programmeYears({
  tables,
  context: {
    programmeYears: [first, last]
  }
}: FindingInput): MixingYear[] {
  const table = tables.get("mixing");
  return table ? mixingYears(table).filter(({fiscal_year: at}) => at >= first && at <= last) : [];
}
