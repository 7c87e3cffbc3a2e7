import {cp, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {policyFor} from "../../loaders/disclosure/policy.js";
import {meanStep} from "../../loaders/disclosure/round.js";
import type {ReleaseContext} from "../../loaders/release/releaseModule.js";
import {scalesOf} from "../../loaders/release/models/scalesOf.js";
import {surveyGroups} from "../../loaders/release/tables/surveyGroups.js";
import {unitsOf} from "../../loaders/release/unitsOf.js";
import {fitWording} from "../../loaders/release/models/fitWording.js";
import {describeSimulation} from "../../loaders/simulate/describeSimulation.js";
import {surveyItems} from "../../loaders/simulate/catalogue.js";
import {parameters as standard} from "../../loaders/simulate/parameters.js";
import {simulate} from "../../loaders/simulate/simulate.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import type {Warehouse} from "../../loaders/warehouse/warehouse.js";
import {openWorld} from "../../loaders/worlds/openWorld.js";
import {reliability} from "../../src/stats/scales/reliability.js";

const parameters = {...standard, departments: 8};
const tables = simulate(2, parameters);
let place: string;
let context: ReleaseContext;
let warehouse: Warehouse;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "longview-survey-"));
  await cp("loaders/simulate/sql", join(place, "world", "sql"), {recursive: true});
  await writeFile(join(place, "world", "datapackage.json"), JSON.stringify(describeSimulation(parameters, "world")));
  const study = await readStudy(join(place, "world"));
  warehouse = await openWorld(study, tables, {scratch: place});
  context = {study, warehouse, policy: policyFor(study)};
});

afterAll(async () => {
  warehouse.close();
  await rm(place, {recursive: true, force: true});
});

describe("scalesOf(context)", () => {
  it("finds the alpha of the answers themselves, reversed items turned, to two digits of its error", async () => {
    const {value} = await scalesOf(context, ["teamwork"]);
    const items = surveyItems.filter(({measure}) => measure === "teamwork");
    const answers = Object.fromEntries(
      items.map(({id, reversed}) => [
        id,
        (tables.survey ?? []).map((row) => (row[id] == null ? null : reversed ? 6 - Number(row[id]) : Number(row[id])))
      ])
    );
    const {fit} = reliability(answers);
    const [row] = value.rows;
    expect(value.rows).toHaveLength(1);
    expect(Math.abs(Number(row?.alpha) - fit.alpha)).toBeLessThan(5e-4);
    expect(Math.abs(Number(row?.omega) - (fit.omega_total ?? 0))).toBeLessThan(5e-4);
    expect(Math.abs(Number(row?.respondents) - fit.n_complete)).toBeLessThanOrEqual(2.5);
    expect(String(row?.alpha).length).toBeLessThanOrEqual(6);
  });

  it("keeps an item put in other words apart from the one before", async () => {
    const {value} = await scalesOf(context, ["autonomy"]);
    expect(value.rows.map(({since, until, items}) => [since, until, items])).toEqual([
      [2009, 2014, 3],
      [2015, 2019, 3]
    ]);
  });

  it("releases nothing where too few answered", async () => {
    const policy = {...context.policy, "model.persons": 1e6};
    expect((await scalesOf({...context, policy}, ["teamwork"])).value.rows).toEqual([]);
  });
});

describe("fitWording(context)", () => {
  it("takes the plan's model to the items that stayed, and to no measure of which all did", async () => {
    const {value} = await fitWording(context);
    expect(value.rows.map(({measure, changed, kept, since}) => [measure, changed, kept, since])).toEqual([
      ["autonomy", 2, 2, 2015]
    ]);
    expect((await fitWording(context, ["teamwork"])).value.rows).toEqual([]);
  });
});

describe("surveyGroups", () => {
  it("sets managers beside others by line and year, and never by department", async () => {
    const {value} = await surveyGroups.make(context);
    expect(Object.keys(value.rows[0] ?? {})).not.toContain("department_id");
    expect(new Set(value.rows.map(({respondent_group: group}) => group))).toEqual(new Set(["manager", "other"]));
    const units = await unitsOf(context);
    for (const division of new Set(value.rows.map((row) => row.division)))
      expect(units.filter((unit) => unit.division === division).length).toBeGreaterThan(1);
    const lines = new Map((tables.departments ?? []).map((row) => [row.department_id, row.division]));
    const ids = surveyItems.filter(({measure}) => measure === "teamwork").map(({id, reversed}) => ({id, reversed}));
    for (const row of value.rows.filter(({measure}) => measure === "teamwork")) {
      const scores = (tables.survey ?? [])
        .filter(
          (one) =>
            one.fiscal_year === row.fiscal_year &&
            one.respondent_group === row.respondent_group &&
            lines.get(one.department_id ?? "") === row.division
        )
        .flatMap((one) => {
          const given = ids.flatMap(({id, reversed}) =>
            one[id] == null ? [] : [reversed ? 6 - Number(one[id]) : Number(one[id])]
          );
          return given.length === 0 ? [] : [given.reduce((sum, answer) => sum + answer, 0) / given.length];
        });
      const exact = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      expect(Math.abs(Number(row.mean) - exact)).toBeLessThanOrEqual(meanStep(scores.length) / 2 + 1e-9);
    }
  });

  it("withholds a group of fewer than the rule asks for", async () => {
    const {value} = await surveyGroups.make({...context, policy: {...context.policy, "survey.respondents": 60}});
    const shown = value.rows.filter(({mean}) => typeof mean === "number");
    expect(shown.every(({respondents}) => Number(respondents) >= 60)).toBe(true);
    expect(shown.length).toBeLessThan(value.rows.length);
  });
});
