/** `new` on a table of units and years: SQL and measures are proposed, and what only a person can say is asked. */
import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {proposeStudy} from "../../loaders/ingest/propose/proposeStudy.js";
import {sampleFile} from "../../loaders/ingest/propose/sampleFile.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {ingestStudy} from "../../loaders/ingest/ingestStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {createCanonical} from "../../loaders/warehouse/buildCanonical.js";
import {DuckDBInstance} from "@duckdb/node-api";

interface Described {
  readonly resources: readonly {readonly schema: {readonly primaryKey?: readonly string[]}}[];
  readonly study: {
    readonly measures: readonly Readonly<Record<string, string>>[];
    readonly plan: readonly Record<string, string>[];
    readonly exposure?: Record<string, string>;
  };
}

async function proposed(files: Readonly<Record<string, string>>) {
  const home = await mkdtemp(join(tmpdir(), "longview-panel-"));
  const samples = [];
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(home, name), text);
    samples.push(await sampleFile(join(home, name)));
  }
  const {description, sql, notes} = await proposeStudy("ours", samples);
  return {home, sql, notes: notes.join("\n"), description: description as unknown as Described};
}

const states = ["AL", "CA", "NY", "TX"];

/** A year's row of each state, its amounts different in every row, in the order of the header. */
function taxes(header = "state,year,population,packs,tax,smoke-free law,region,state name"): string {
  const rows = states.flatMap((state, i) =>
    [1990, 1991, 1992, 1993].map((year) => {
      const [people, packs] = [4_000_000 + 9001 * i + 71 * (year - 1990), 120.25 - i - (year - 1990) / 2];
      return [
        state,
        year,
        people,
        packs,
        20 + i + 2 * (year - 1990),
        year > 1991,
        i < 2 ? "South" : "North",
        `State ${state}`
      ].join(",");
    })
  );
  return `${[header, ...rows].join("\n")}\n`;
}

describe("new, of a row a unit and year,", () => {
  it("names unit and year as the key, not an amount that differs in every row", async () => {
    const {description, notes} = await proposed({"taxes.csv": taxes()});
    expect(notes).toMatch(/taxes\.csv: a panel, one row for each state and year, 8 columns of 16 rows/);
    expect(description.resources[0]?.schema.primaryKey).toEqual(["state", "year"]);
  });

  it("proposes every number as a measure of units, and asks for unit, direction, role and plan", async () => {
    const {study} = (await proposed({"taxes.csv": taxes()})).description;
    expect(study.measures.map(({unit}) => unit === "0 or 1")).toEqual([false, false, false, true]);
    expect(study.measures.map(({name, label}) => [name, label])).toEqual([
      ["population", "Population"],
      ["packs", "Packs"],
      ["tax", "Tax"],
      ["smoke_free_law", "Smoke-free law"]
    ]);
    const asked = [...study.measures, ...study.plan, study.exposure ?? {}].flatMap((one) =>
      Object.entries(one).flatMap(([key, text]) => (text.startsWith("FINISH: ") ? [key] : []))
    );
    expect(new Set(asked)).toEqual(
      new Set([
        "unit",
        "direction",
        "role",
        "dated",
        "specification",
        "term",
        "worthwhile",
        "worthwhileBecause",
        "kind",
        "one"
      ])
    );
  });

  it("writes SQL that brings every row, with a region as the line and a name where the file has them", async () => {
    const {home, sql, description} = await proposed({"taxes.csv": taxes()});
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`CREATE TABLE taxes AS FROM read_csv('${join(home, "taxes.csv")}', header = true)`);
    const ask = async (table: string) => (await connection.runAndReadAll(sql.get(table) ?? "")).getRowObjectsJson();
    const years = await ask("department_years");
    expect(years).toHaveLength(16);
    expect(years[2]).toMatchObject({department_id: "AL", fiscal_year: "1992", tax: "24", smoke_free_law: 1});
    expect(await ask("departments")).toEqual(
      states.map((id, i) => ({department_id: id, name: `State ${id}`, division: i < 2 ? "South" : "North"}))
    );
    expect(sql.get("departments")).not.toContain("FINISH");
    expect(description.resources).toHaveLength(1);
  });

  it("proposes what is written in percent as a share, as it is read: a page used to print 0.07 with the unit asked for", async () => {
    const rows = states.flatMap((state, i) =>
      [1990, 1991, 1992].map((year) => `${state},${year},${i + 3}.${year % 10} %`)
    );
    const {sql, description} = await proposed({"absence.csv": ["state,year,absence", ...rows, ""].join("\n")});
    expect(description.study.measures.map(({name, unit}) => [name, unit])).toEqual([["absence", "share"]]);
    expect(sql.get("department_years")).toContain("-- units       absence: shares, 0.07 of 7 %");
  });

  it("is a study that can be read once it is finished, under names that Longview does not calculate", async () => {
    const file = taxes("state,year,population,margin,participation,smoke-free law,region,state name");
    const {home, sql, description} = await proposed({"taxes.csv": file});
    const said: Readonly<Record<string, string>> = {
      fiscalYearStart: "01-01",
      timeZone: "America/New_York",
      code: "USD",
      kind: "amount",
      direction: "lower",
      role: "context",
      dated: "2026-11-30",
      specification: "margin_given ~ participation_given | department_id + fiscal_year",
      term: "participation_given"
    };
    const text = JSON.stringify(description, (key, value: unknown) => {
      if (key === "programmeYears") return [1990, 1993];
      if (key === "worthwhile") return 1;
      if (key === "path") return "taxes.csv";
      return typeof value === "string" && value.startsWith("FINISH") ? (said[key] ?? "said") : value;
    });
    await writeFile(join(home, "datapackage.json"), text);
    await mkdir(join(home, "sql"));
    for (const [table, query] of sql) await writeFile(join(home, "sql", `${table}.sql`), query);
    const study = await readStudy(home);
    expect(study.measures.map(({name}) => name)).toEqual([
      "population",
      "margin_given",
      "participation_given",
      "smoke_free_law"
    ]);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await ingestStudy(connection, study, await mkdtemp(join(tmpdir(), "longview-scratch-")));
    await createCanonical(connection, study);
    await connection.run("SET search_path = 'staged'");
    const rows = (await connection.runAndReadAll(sql.get("department_years") ?? "")).getRowObjectsJS();
    expect(rows).toHaveLength(16);
    expect(rows[0]).toMatchObject({
      department_id: "AL",
      fiscal_year: 1990n,
      margin_given: 120.25,
      participation_given: 20n
    });
  });

  it("knows units that are numbered, by that each has every year", async () => {
    const rows = [3, 1, 7].flatMap((firm, i) =>
      [1935, 1936, 1937].map((year) => [317.6 + year * i, 3078 + 31 * i + year, firm, year].join(","))
    );
    const {description, sql} = await proposed({"invest.csv": `${["inv,value,firm,year", ...rows].join("\n")}\n`});
    expect(description.resources[0]?.schema.primaryKey).toEqual(["firm", "year"]);
    expect(sql.get("department_years")).toContain('"firm" AS department_id');
    expect(description.study.measures.map(({name}) => name)).toEqual(["inv", "value"]);
  });

  it("takes counts of who took part and who could have for participation, and the rest for measures", async () => {
    const rows = ["A", "B"].flatMap((shop, i) =>
      [2015, 2016, 2017].map((year) => [shop, year, 12 + i, 3 + i + (year - 2015), 91.5 + i * 2 + year / 10].join(","))
    );
    const {sql, description} = await proposed({
      "shops.csv": `${["shop,year,Eligible,Took part,sales", ...rows].join("\n")}\n`
    });
    expect(sql.get("participation_years")).toContain('"Took part" AS participants,\n  "Eligible" AS eligible\nFROM');
    expect(description.study.measures.map(({name}) => name)).toEqual(["sales"]);
    expect(description.study.exposure).toBeUndefined();
    expect(description.study.plan[0]).toMatchObject({term: "participation"});
  });

  it("does not take a person's name for the unit's", async () => {
    const {sql, notes} = await proposed({"taxes.csv": taxes().replace("state name", "full name")});
    expect(notes).toMatch(/column full name: not read, as it names or describes a person/);
    expect(sql.get("departments")).toContain('"state" AS department_id, "state" AS name');
  });

  it("is not seen in rows of persons, or in rows that a unit and year have more than once", async () => {
    const persons = await proposed({"ratings.csv": taxes().replace("state,", "employee code,")});
    expect([...persons.sql.keys()]).toEqual([]);
    const twice = await proposed({"taxes.csv": `${taxes()}AL,1990,1,1,1,true,South,State AL\n`});
    expect([...twice.sql.keys()]).toEqual([]);
  });

  it("leaves a canonical table as it is, and tells which of its columns are not read", async () => {
    const {sql, notes} = await proposed({
      "years.csv": "department_id,fiscal_year,profit,mood\nD1,2017,1,3\nD1,2018,2,4\nD2,2017,1,3\nD2,2018,2,4\n"
    });
    expect([...sql.keys()]).toEqual([]);
    expect(notes).toMatch(/years\.csv, column mood: not read, as it is none of the table/);
  });
});

describe("new, of a panel with headers that nobody would choose,", () => {
  const header = [
    "state",
    "year",
    "order",
    '"Tax ""new"" (%)"',
    '"Tax, new %"',
    '"Tax; new"',
    "fiscal_year",
    "Größe",
    "売上高",
    "利益",
    "headcount",
    "Dose",
    "constructor",
    "'; DROP TABLE x; --",
    '"two\nlines"',
    "name",
    "since",
    "work_email"
  ];

  it("quotes every name, and frees those that two columns would share or that tables have already", async () => {
    const rows = states.flatMap((state, i) =>
      [1990, 1991, 1992, 1993].map((year, y) =>
        [state, year, ...header.slice(2, -1).map((_, c) => 1.5 + 3 * c + i + y / 8), `a${i}${y}@example.org`].join(",")
      )
    );
    const {home, sql, description, notes} = await proposed({
      "hostile.csv": `${header.join(",")}\n${rows.join("\n")}\n`
    });
    expect(notes).toContain("column work_email: not read");
    const names = description.study.measures.map(({name}) => name);
    expect(names).toEqual([
      "order",
      "tax_new",
      "tax_new_given",
      "tax_new_given_2",
      "fiscal_year_given",
      "grosse",
      "measure_9",
      "measure_10",
      "headcount_given",
      "dose_given",
      "measure_13",
      "drop_table_x",
      "two_lines",
      "name_given",
      "since_given"
    ]);
    const said: Readonly<Record<string, string>> = {
      fiscalYearStart: "01-01",
      timeZone: "America/New_York",
      code: "USD",
      kind: "amount",
      direction: "lower",
      role: "context",
      dated: "2026-11-30",
      specification: "order ~ tax_new | department_id + fiscal_year",
      term: "tax_new"
    };
    await writeFile(
      join(home, "datapackage.json"),
      JSON.stringify(description, (key, value: unknown) => {
        if (key === "programmeYears") return [1990, 1993];
        if (key === "worthwhile") return 1;
        if (key === "path") return "hostile.csv";
        return typeof value === "string" && value.startsWith("FINISH") ? (said[key] ?? "said") : value;
      })
    );
    await mkdir(join(home, "sql"));
    for (const [table, query] of sql)
      await writeFile(join(home, "sql", `${table}.sql`), query.replace(/^-- FINISH.*\n/m, ""));
    const warehouse = await openWarehouse(await readStudy(home), await mkdtemp(join(tmpdir(), "longview-cache-")));
    const read = await warehouse.query<{name: string; value: number}>(new URL("measures_of_al.sql", import.meta.url));
    warehouse.close();
    expect(Object.fromEntries(read.map(({name, value}) => [name, value]))).toEqual(
      Object.fromEntries(names.map((name, i) => [name, 1.5 + 3 * i]))
    );
  });
});
