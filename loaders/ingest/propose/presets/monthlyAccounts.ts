/**
 * Accounts with a column a month and a row a unit, year and measure: the months of a row are added up, and the measures
 * become columns. Months are named in any of the languages of which exports are seen, or numbered with the year.
 */
import {identifier, literal} from "../../../study/quote.js";
import {headerOf} from "../headerOf.js";
import {isYear} from "../isYear.js";
import type {Preset} from "../preset.js";
import {departmentsSql} from "../surveySql.js";
import {joinHeader} from "../../joinHeader.js";

/** what the twelve begin with, in each language; the third letter tells March from May */
const months = [
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "jan feb mär apr mai jun jul aug sep okt nov dez",
  "jan feb mrz apr mai jun jul aug sep okt nov dez",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "ene feb mar abr may jun jul ago sep oct nov dic",
  "gen feb mar apr mag giu lug ago set ott nov dic",
  "jan fev mar abr mai jun jul ago set out nov dez",
  "jan feb mrt apr mei jun jul aug sep okt nov dec",
  "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"
].map((language) => language.split(" "));

const meant = {
  revenue: /umsatz|erl[öo]s|revenue|sales|turnover|income|ventas|ingresos|chiffre|produits|ricavi|receita|omzet|売上/i,
  profit: /ergebnis|gewinn|profit|surplus|überschuss|r[ée]sultat|resultado|beneficio|utile|lucro|winst|利益/i
};

export const monthlyAccounts: Preset = {
  name: "accounts by month",
  recognise(sample) {
    const headerRows = headerOf(sample.rows);
    const header = joinHeader(sample.rows, {headerRows: [...headerRows], headerJoin: " "});
    const names = [...new Set(header)].filter((name) => name !== "");
    const records = sample.rows.slice(Math.max(...headerRows)).filter((row) => row.length === header.length);
    const valuesOf = (name: string): string[] => [...new Set(records.map((row) => row[header.indexOf(name)] ?? ""))];
    const amounts = monthsIn(names);
    const year = names.find((name) => isYear(name) && valuesOf(name).every((value) => /^\d{4}$/.test(value)));
    const others = names.filter((name) => !amounts.includes(name) && name !== year);
    const measure = others.find((name) =>
      Object.values(meant).some((pattern) => valuesOf(name).some((one) => pattern.test(one)))
    );
    const unit = others.find((name) => name !== measure && valuesOf(name).length > 1);
    if (amounts.length !== 12 || !year || !measure || !unit) return undefined;
    const called = others.find((name) => name !== unit && valuesOf(name).length === valuesOf(unit).length);
    const measures = Object.entries(meant).map(([column, pattern]) => ({
      column,
      value: valuesOf(measure).find((one) => pattern.test(one))
    }));
    return {
      kind: "accounts by month",
      headerRows,
      columns: names,
      texts: [unit, measure],
      primaryKey: [unit, year, measure],
      sql: (resource) => ({
        department_years: yearsSql({resource, unit, year, measure, amounts, measures}),
        departments: departmentsSql(resource, unit, {name: called})
      })
    };
  }
};

/** The twelve columns of months, in the file's order; none where there are others than twelve. */
function monthsIn(names: readonly string[]): string[] {
  const found = months.map((language) =>
    names.filter((name) => language.some((month) => name.trim().toLowerCase().startsWith(month) && name.length < 12))
  );
  return found.find((columns) => columns.length === 12) ?? [];
}

interface Monthly {
  readonly resource: string;
  readonly unit: string;
  readonly year: string;
  readonly measure: string;
  readonly amounts: readonly string[];
  readonly measures: readonly {readonly column: string; readonly value: string | undefined}[];
}

const yearsSql = ({resource, unit, year, measure, amounts, measures}: Monthly): string =>
  [
    "-- grain       one row a department and fiscal year",
    `-- inputs      ${resource}`,
    "-- parameters  none",
    `-- units       ${measures.map(({column}) => column).join(", ")}: as in the file`,
    "-- FINISH: where the fiscal year does not begin with the first of these months, put each into its year",
    "-- FINISH: add managers, how many persons could have taken part at the year's start, from the file that knows",
    "SELECT",
    `  ${identifier(unit)} AS department_id,`,
    `  ${identifier(year)} AS fiscal_year,`,
    measures
      .map(
        ({column, value}) =>
          `  sum(amount) FILTER (${identifier(measure)} = ${literal(value ?? "FINISH")}) AS ${column}`
      )
      .join(",\n"),
    "FROM (",
    `  SELECT *, ${amounts.map(identifier).join(" + ")} AS amount`,
    `  FROM ${identifier(resource)}`,
    ")",
    "GROUP BY department_id, fiscal_year",
    "ORDER BY department_id, fiscal_year",
    ""
  ].join("\n");
