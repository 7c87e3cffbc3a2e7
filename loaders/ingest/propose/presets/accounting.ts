/**
 * Accounts by department as Japanese accounting packages export them: CP932, a title and a unit above the header, groups of
 * three, negatives marked △ or ▲, fiscal years as 2018年3月期 or 2017年度.
 *
 * Source     our own reading of such exports; 2018年3月期 is the year that began in April 2017
 */
import {identifier} from "../../../study/quote.js";
import type {Preset} from "../preset.js";
import {departmentsSql} from "../surveySql.js";

const parts = {
  year: /^(年度|会計年度|決算期|期)$/,
  department: /^部門(コード|CD|ＣＤ)?$/,
  name: /^部門名(称)?$/,
  revenue: /^売上(高|収益)?$/,
  profit: /^営業(利益|損益)$/,
  headcount: /^(人員|人数|従業員数)$/
};

type Part = keyof typeof parts;

const units: readonly [RegExp, number][] = [
  [/単位[：:\s]*百万円/, 1_000_000],
  [/単位[：:\s]*千円/, 1000]
];

export const accounting: Preset = {
  name: "accounts in CP932",
  recognise({rows}) {
    const at = rows
      .slice(0, 10)
      .findIndex(
        (row) =>
          row.some((name) => parts.year.test(name.trim())) && row.some((name) => parts.department.test(name.trim()))
      );
    if (at < 0) return undefined;
    const names = (rows[at] ?? []).map((name) => name.trim());
    const found = Object.fromEntries(
      Object.entries(parts).map(([part, pattern]) => [part, names.find((name) => pattern.test(name))])
    ) as Readonly<Record<Part, string | undefined>>;
    const {year, department} = found;
    if (!year || !department) return undefined;
    const above = rows.slice(0, at).flat().join(" ");
    const unit = units.find(([pattern]) => pattern.test(above))?.[1];
    const money = new Set([found.revenue, found.profit]);
    return {
      kind: "accounts by department",
      headerRows: [at + 1],
      columns: Object.values(found).filter((name) => name !== undefined),
      texts: [year, department, found.name].filter((name) => name !== undefined),
      primaryKey: [year, department],
      adjust: (field) => (unit && money.has(field.name) && field.type !== "string" ? {...field, unit} : field),
      sql: (resource) => accountsSql(resource, {...found, year, department})
    };
  }
};

function accountsSql(
  resource: string,
  found: Readonly<Record<Part, string | undefined>> & {year: string; department: string}
): Record<string, string> {
  const year = identifier(found.year);
  const amounts = (["headcount", "revenue", "profit"] as const).flatMap((column) => {
    const name = found[column];
    return name ? [`  ${identifier(name)} AS ${column}`] : [];
  });
  const years = [
    "-- grain       one row a department and fiscal year",
    `-- inputs      ${resource}`,
    "-- parameters  none",
    "-- units       revenue, profit: yen; 2018年3月期 is fiscal 2017",
    "SELECT",
    `  ${identifier(found.department)} AS department_id,`,
    `  left(${year}, 4)::INTEGER - contains(${year}, '月期')::INTEGER AS fiscal_year,`,
    amounts.join(",\n"),
    `FROM ${identifier(resource)}`,
    "ORDER BY department_id, fiscal_year",
    ""
  ].join("\n");
  return {department_years: years, departments: departmentsSql(resource, found.department, {name: found.name})};
}
