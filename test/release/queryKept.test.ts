import {mkdtemp, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {boundOf} from "../../loaders/release/boundOf.js";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {emptyVintage} from "../../loaders/disclosure/vintage.js";
import {query, queryOnce} from "../../loaders/release/query.js";
import {queryKept} from "../../loaders/release/queryKept.js";
import {tablesRead} from "../../loaders/release/tablesRead.js";
import {writeVintage} from "../../loaders/release/vintages.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import type {Warehouse} from "../../loaders/warehouse/warehouse.js";
import {crewFiles, crewStudy, type Files} from "../warehouse/crewStudy.js";

/** A warehouse, and the questions that it was asked. */
function counted(warehouse: Warehouse): {readonly warehouse: Warehouse; readonly asked: string[]} {
  const asked: string[] = [];
  const asking: Warehouse["query"] = (file, values) => {
    asked.push(file.pathname.split("/").at(-1) ?? "");
    return warehouse.query(file, values);
  };
  return {warehouse: {...warehouse, query: asking}, asked};
}

it("boundOf() asks for the rows of persons again where one of them has changed, and only there", async () => {
  const home = await mkdtemp(join(tmpdir(), "longview-persons-"));
  const [models, vintages] = [join(home, "models"), join(home, "vintages")];
  const known = emptyVintage();
  const changed = (file: string, from: string, to: string): Files => ({
    [file]: (crewFiles[file] ?? "").replace(from, to)
  });
  const again = async (files: Files = {}): Promise<boolean> => {
    const {folder, cache} = await crewStudy(files);
    const study = await readStudy(folder);
    await writeVintage(study.name, JSON.stringify(known), vintages);
    const {warehouse, asked} = counted(await openWarehouse(study, cache));
    const context = {study, warehouse, policy: policyFor(study)};
    const [remembered, made] = [await boundOf({...context, models}, {vintages}), await boundOf(context, {vintages})];
    warehouse.close();
    expect(remembered?.vintage).toEqual(made?.vintage);
    return asked.filter((name) => name === "person_rows.sql").length === 2;
  };
  expect(await again()).toBe(true);
  expect(await again()).toBe(false);
  expect(await again(changed("department_years.csv", "D1,2011,40,5,1000", "D1,2011,40,5,1001"))).toBe(false);
  expect(await again(changed("survey_responses.csv", ",D1,1\n", ",D1,2\n"))).toBe(true);
  expect(await again()).toBe(true);
  expect(await again(changed("attendance.csv", "s2012,M03\n", "s2012,M15\n"))).toBe(true);
  expect(await again(changed("postings.csv", "M03,D4,2012-10-01", "M03,D3,2012-10-01"))).toBe(true);
  const [study = ""] = await readdir(models);
  expect(await readdir(join(models, study))).toHaveLength(1);
});

it("queryKept() gives what query() does, and asks again where a table that the question names has changed, or a value", async () => {
  const models = join(await mkdtemp(join(tmpdir(), "longview-answers-")), "models");
  const ask = async (files: Files = {}, question = "tables/session_response", values = {}): Promise<boolean> => {
    const {folder, cache} = await crewStudy(files);
    const study = await readStudy(folder);
    const {warehouse, asked} = counted(await openWarehouse(study, cache));
    const context = {study, warehouse, policy: policyFor(study)};
    const kept = await queryKept({...context, models}, question, values);
    const again = asked.includes(`${question.split("/").at(-1)}.sql`);
    expect(kept).toEqual(await query(context, question, values));
    expect(kept).toEqual(await queryKept(context, question, values));
    warehouse.close();
    return again;
  };
  const attendance = (crewFiles["attendance.csv"] ?? "").replace("s2012,M03\n", "");
  expect(await ask()).toBe(true);
  expect(await ask()).toBe(false);
  expect(await ask({"attendance.csv": attendance})).toBe(true);
  expect(await ask({"department_years.csv": (crewFiles["department_years.csv"] ?? "").replace("1000", "1001")})).toBe(
    false
  );
  const unchanged = "models/unchanged_items";
  expect(await ask({}, unchanged, {shown: "[]", measures: "[]"})).toBe(true);
  expect(await ask({}, unchanged, {shown: "[]", measures: '["teamwork"]'})).toBe(true);
  expect(await ask({"attendance.csv": attendance}, unchanged, {shown: "[]", measures: "[]"})).toBe(false);
  await expect(ask({}, "tables/organisation_years")).rejects.toThrow(
    /^tables\/organisation_years names mart\.\w+, which sql\/table_states does not; add it there$/
  );
});

it("tablesRead() tells the day on which a fiscal year starts of what depends on it: another used to give the old answer", async () => {
  const {folder, cache} = await crewStudy();
  const study = await readStudy(folder);
  const warehouse = await openWarehouse(study, cache);
  const context = {study, warehouse, policy: policyFor(study), models: "models"};
  const later = {...context, study: {...study, fiscalYearStart: "07-01"}};
  expect(await tablesRead(later, "models/manager_starts")).not.toEqual(
    await tablesRead(context, "models/manager_starts")
  );
  expect(await tablesRead(later, "tables/survey_groups")).toEqual(await tablesRead(context, "tables/survey_groups"));
  warehouse.close();
});

it("queryOnce() asks a warehouse once for the same values", async () => {
  const {folder, cache} = await crewStudy();
  const {warehouse, asked} = counted(await openWarehouse(await readStudy(folder), cache));
  const measures = {shown: "[]", measures: "[]"};
  const [first, second] = [
    await queryOnce({warehouse}, "models/unchanged_items", measures),
    await queryOnce({warehouse}, "models/unchanged_items", {...measures})
  ];
  expect(second).toBe(first);
  expect(asked).toHaveLength(1);
  await queryOnce({warehouse}, "models/unchanged_items", {...measures, measures: '["teamwork"]'});
  expect(asked).toHaveLength(2);
  warehouse.close();
});
