import {heatmap} from "../../../components/figures/heatmap.js";
import {series} from "../../../components/figures/series.js";
import {responseOf, responseOverall} from "../../../evidence/survey/responseOf.js";
import {capital, percent} from "../../../evidence/format.js";
import {isSuppressed} from "../../../released/cell.js";
import type {ReleasedRow} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {greatestOf} from "../../../stats/description/greatestOf.js";
import {leastOf} from "../../../stats/description/leastOf.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {surveyInput} from "../surveyInput.js";
import {figures} from "../figures.js";

const enough = 0.6;

/** Who answered, through the years. */
export function responseFigures(input: FindingInput): Mark {
  const {context, document} = input;
  const found = knownShares(input);
  if (!found) return htmlMark();
  const {cells, known} = found;
  const years = [...new Set(cells.keys.fiscal_year)].toSorted().map((year) => ({
    fiscal_year: Number(year),
    response: responseOverall(cells, (i) => cells.keys.fiscal_year[i] === year)
  }));
  const low = known.filter((share) => share < enough).length;
  const [start, end] = [years.at(0), years.at(-1)];
  const format = (value: number): string => percent(value);
  return exhibit(
    document,
    {
      text: figures.response.text(low, known.length, context.unit, enough)
    },
    series(
      years,
      {
        time: yearColumn,
        columns: [{name: "response", label: figures.response.answered, role: "outcome", share: true, format}]
      },
      {
        height: 180,
        ...figureOptions(
          input,
          "engagement-response",
          figures.response.title(
            start?.response ?? NaN,
            start?.fiscal_year ?? 0,
            end?.response ?? NaN,
            end?.fiscal_year ?? 0
          )
        )
      }
    )
  );
}

/** Who answered, by unit and year. */
export function responseMap(input: FindingInput): Mark {
  const {context, document, tables} = input;
  const found = knownShares(input);
  if (!found) return htmlMark();
  const {cells, shares, known} = found;
  return exhibit(
    document,
    {},
    heatmap(
      mapRows(tables.get("survey_measures")?.rows ?? [], cells.keys, shares),
      {
        x: yearColumn,
        y: {name: "name", label: capital(context.unit.one)},
        value: {name: "response", label: figures.response.share, share: true}
      },
      {
        format: (value: number): string => percent(value),
        rowHeight: 22,
        ...figureOptions(
          input,
          "engagement-response-map",
          figures.response.mapTitle(leastOf(known), greatestOf(known), context.unit),
          {subtitle: figures.response.mapSubtitle}
        )
      }
    )
  );
}

function knownShares(input: FindingInput) {
  const survey = surveyInput(input);
  if (!survey) return null;
  const {cells} = survey;
  const shares = responseOf(cells);
  const known = shares.filter((share) => !Number.isNaN(share));
  return known.length === 0 ? null : {cells, shares, known};
}

/** A row a unit and year; one whose counts are withheld says by which rule. */
function mapRows(
  rows: readonly ReleasedRow[],
  keys: {readonly department_id: readonly string[]; readonly fiscal_year: readonly string[]},
  shares: readonly number[]
): ReleasedRow[] {
  const places = new Map(keys.department_id.map((id, i) => [`${id} ${keys.fiscal_year[i]}`, i]));
  const seen = new Set<string>();
  return rows
    .flatMap((row) => {
      const key = `${String(row.department_id)} ${String(row.fiscal_year)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const share = shares[places.get(key) ?? -1] ?? NaN;
      const withheld = [row.respondents, row.invited].find((cell) => isSuppressed(cell));
      const response = withheld ?? (Number.isNaN(share) ? null : Math.round(100 * share) / 100);
      return [{name: row.name ?? null, fiscal_year: row.fiscal_year ?? null, response}];
    })
    .toSorted((a, b) => Number(a.fiscal_year) - Number(b.fiscal_year) || String(a.name).localeCompare(String(b.name)));
}
