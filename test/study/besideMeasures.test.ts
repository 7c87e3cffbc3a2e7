/** A measure may not be called as published tables call a row: the list of such names keeps up with the tables. */
import {readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {besideMeasures, contract} from "../../loaders/study/contract.js";

const folder = new URL("../../loaders/release/tables/", import.meta.url);
/** of tables in which no measure stands, and which are joined with none */
const apart = ["covariate", "kind", "respondent_group", "stage"];

it("besideMeasures names every key of a published table, so that no measure takes its place", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const keys = files.flatMap((name) =>
    Array.from(readFileSync(new URL(name, folder), "utf8").matchAll(/(\w+): \{kind: "key"/g), ([, key = ""]) => key)
  );
  expect(keys.length).toBeGreaterThan(20);
  const refused = [...besideMeasures, ...Object.keys(contract.department_years.columns), ...apart];
  expect([...new Set(keys)].filter((key) => !refused.includes(key))).toEqual([]);
});
