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
