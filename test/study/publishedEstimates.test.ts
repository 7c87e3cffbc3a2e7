import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {ols} from "../../src/stats/regression/ols.js";

it("us-fatalities gives the estimate that Stock & Watson print, and R's to six digits", async () => {
  const study = await readStudy("data/us-fatalities");
  const warehouse = await openWarehouse(study, await mkdtemp(join(tmpdir(), "longview-fatalities-")));
  const rows = await warehouse.query<Record<string, string | number>>(new URL("./fatalities.sql", import.meta.url));
  warehouse.close();
  const column = (name: string): number[] => rows.map((row) => Number(row[name]));
  const columns = {
    department_id: rows.map((row) => String(row.department_id)),
    fiscal_year: column("fiscal_year"),
    fatality_rate: column("fatality_rate"),
    beer_tax: column("beer_tax")
  };
  const [plan] = study.plan;
  const fitted = ols(plan?.specification ?? "", columns, {vcov: {cluster: "department_id", type: "fixest"}});
  const [term] = fitted.terms;
  // R: lm(fatal / pop * 10000 ~ beertax + state + year, AER::Fatalities)
  expect(term?.estimate).toBeCloseTo(-0.63998, 5);
  expect([term?.estimate.toFixed(2), term?.se?.toFixed(2)]).toEqual([
    plan?.published?.terms[0]?.estimate,
    plan?.published?.terms[0]?.se
  ]);
});

it("star gives, of its pupils, what Krueger prints but for the test that is not there, and R's to six digits", async () => {
  const warehouse = await openWarehouse(await readStudy("data/star"), await mkdtemp(join(tmpdir(), "longview-star-")));
  const rows = await warehouse.query<Record<string, string | number>>(new URL("./starPupils.sql", import.meta.url));
  warehouse.close();
  const text = (name: string): string[] => rows.map((row) => String(row[name]));
  const column = (name: string): number[] => rows.map((row) => Number(row[name]));
  const columns = {
    class: text("class"),
    school: text("school"),
    score: column("score"),
    small: column("small"),
    aide: column("aide")
  };
  const {terms, n} = ols("score ~ small + aide + school", columns, {vcov: {cluster: "class", type: "CR1S"}});
  expect(n).toBe(5874);
  // R: lm(score ~ small + aide + school, mlmRev::star), errors by class from its residuals, g / (g - 1) (n - 1) / (n - k)
  const [small, aide] = ["small", "aide"].map((name) => terms.find(({term}) => term === name));
  expect(small?.estimate).toBeCloseTo(5.383567, 5);
  expect(small?.se).toBeCloseTo(1.285353, 5);
  expect(aide?.estimate).toBeCloseTo(0.054033, 5);
  expect(Math.abs((small?.estimate ?? 0) - 5.37)).toBeLessThan(0.02);
});
