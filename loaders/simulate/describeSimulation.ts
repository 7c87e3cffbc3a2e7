import {contract} from "../study/contract.js";
import type {TableName} from "../study/contract.js";
import {surveyMeasures} from "./catalogue.js";
import {parameters as truth} from "./parameters.js";
import type {Parameters} from "./parameters.js";
import type {SimulatedTables} from "./simulate.js";

/** `datapackage.json` of a simulated study. */
export function describeSimulation(tables: SimulatedTables, parameters: Parameters, name: string): object {
  const {firstYear, programmeYears, sessions} = parameters;
  const purposeMeasures = surveyMeasures.filter(({purpose}) => purpose).map((measure) => measure.name);
  const dated = "2026-11-23";
  const term = "participation";
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title: "Peer coaching for managers: a synthetic reconstruction",
    description:
      "Simulated data of a company like one that ran peer coaching for nine years. Every figure is drawn by a seeded simulator with known effects; none is the figure of any real organisation.",
    licenses: [{name: "CC0-1.0", title: "Public domain"}],
    sources: [{title: "Longview's simulator, loaders/simulate"}],
    resources: Object.entries(tables).map(([table, rows]) => ({
      name: table,
      path: `${table}.csv`,
      type: "table",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {fields: fieldsOf(table, Object.keys(rows[0] ?? {})), primaryKey: keyOf(table), missingValues: [""]}
    })),
    study: {
      title: "Peer coaching for managers",
      organisation: "A company like Fujitsu SSL",
      synthetic: true,
      summary: `Managers of two lines of business met weekly in small groups for ${programmeYears} years, to coach one another. Did it do any good?`,
      fiscalYearStart: "04-01",
      timeZone: "Asia/Tokyo",
      currency: {code: "JPY", unit: 1, label: "yen"},
      words: {
        unit: {one: "department", many: "departments"},
        person: {one: "manager", many: "managers"},
        programme: "peer coaching"
      },
      programmeYears: [firstYear, firstYear + programmeYears - 1],
      participation: "current",
      sessionsInProgramme: sessions,
      assignment: "voluntary",
      plan: [
        {finding: "purpose", dated, specification: "other_line ~ fiscal_year", term: "fiscal_year", worthwhile: 0.1},
        {
          finding: "departments",
          dated,
          specification: "margin ~ participation | department_id + fiscal_year",
          term,
          worthwhile: 0.01
        },
        {finding: "organisation", dated, specification: "d(profit) ~ d(participation)", term, worthwhile: 0.5},
        {
          finding: "sessions",
          dated,
          specification: "rating ~ reflective + position",
          term: "reflective",
          worthwhile: 0.1
        },
        {
          finding: "managers",
          dated,
          specification: "z ~ taken_part | manager_id + fiscal_year",
          term: "taken_part",
          worthwhile: 0.1
        },
        {
          finding: "engagement",
          dated,
          specification: "mean ~ participation | department_id + fiscal_year",
          term,
          worthwhile: 0.1
        }
      ],
      purpose: {label: "bringing two lines of business to work as one", measures: purposeMeasures},
      personalData: {purpose: "none: no person here exists", retention: "not limited"}
    }
  };
}

interface FieldDescription {
  readonly name: string;
  readonly type: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

function fieldsOf(table: string, columns: readonly string[]): FieldDescription[] {
  if (table === "survey") {
    return columns.map((name) => {
      if (name === "fiscal_year") return {name, type: "integer", constraints: {required: true}};
      if (name === "respondent_id" || name === "department_id")
        return {name, type: "string", constraints: {required: true}};
      if (name === "respondent_group") return {name, type: "string", constraints: {enum: ["manager", "other"]}};
      return {name, type: "integer", constraints: {minimum: 1, maximum: 5}};
    });
  }
  const known = contract[table as TableName].columns as Readonly<Record<string, {type: string; optional?: boolean}>>;
  return columns.map((name) => {
    const column = known[name];
    const constraints = column?.optional ? undefined : {required: true};
    return {name, type: column?.type ?? "string", constraints};
  });
}

function keyOf(table: string): readonly string[] {
  return table === "survey" ? ["fiscal_year", "respondent_id"] : contract[table as TableName].key;
}

/** `README.md` of a simulated study: what is true in it. */
export function describeTruth(seed: number, parameters: Parameters): string {
  const changed = Object.entries(parameters).filter(([name, value]) => truth[name as keyof Parameters] !== value);
  const rows = Object.entries(parameters).map(([name, value]) => `| ${name} | ${value} |`);
  return `# A synthetic reconstruction

Made by \`npx tsx loaders/cli.ts simulate --out DIR --seed ${seed}\`${changed.length > 0 ? `, with ${changed.map(([name]) => name).join(", ")} changed` : ""}. No figure here was measured at
any organisation, and none is attributed to one. Units of the parameters stand beside them in \`loaders/simulate/parameters.ts\`.

What is true here: from no to full participation a department's margin rises by ${parameters.marginEffect} of revenue; a manager who
took part is rated ${parameters.performanceEffect} sd higher from the year after; teamwork and cross-functional communication rise by
${parameters.surveyPurposeEffect} sd, the other measures by ${parameters.surveyOtherEffect} sd, the negative controls by nothing. Better departments and
better-rated managers take part more, so that the naive comparisons promise more than that.

| Parameter | Value |
| --- | --- |
${rows.join("\n")}
`;
}
