import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {standardDeviation} from "../../src/stats/description/standardDeviation.js";
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
  const study = await readStudy("data/star");
  const warehouse = await openWarehouse(study, await mkdtemp(join(tmpdir(), "longview-star-")));
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
  const [forSmall, forAides] = [small, aide].map((term) => `${term?.estimate.toFixed(2)} (${term?.se?.toFixed(2)})`);
  expect(study.plan[0]?.published?.differs).toContain(
    `With ${n.toLocaleString("en")} pupils as rows and errors by class, our file gives ${forSmall} for small classes and ${forAides} for aides.`
  );
});

it("star gives, of its classes, R's estimates to four digits, and what its notes say of them", async () => {
  const study = await readStudy("data/star");
  const warehouse = await openWarehouse(study, await mkdtemp(join(tmpdir(), "longview-star-classes-")));
  const rows = await warehouse.query<Record<string, string | number>>(new URL("./starClasses.sql", import.meta.url));
  const pupils = await warehouse.query<{score: number}>(new URL("./starPupils.sql", import.meta.url));
  const parts = await warehouse.query<{pupils: number}>(new URL("./starParts.sql", import.meta.url));
  warehouse.close();
  const double = rows.filter((row) => Number(row.pupils) > 30).map((row) => String(row.class));
  const fit = (some: typeof rows) => {
    const column = (name: string): number[] => some.map((row) => Number(row[name]));
    const columns = {
      class: some.map((row) => String(row.class)),
      school: some.map((row) => String(row.school)),
      ...Object.fromEntries(["score", "small", "aide"].map((name) => [name, column(name)]))
    };
    const {terms} = ols(study.plan[0]?.specification ?? "", columns, {vcov: {cluster: "class", type: "CR2"}});
    return terms.map(({estimate, low, high}) => [estimate, low, high]);
  };
  const toHundredths = (terms: ReturnType<typeof fit>) => terms.map((ends) => ends.map((value) => value?.toFixed(2)));
  const without = fit(rows.filter((row) => !double.includes(String(row.class))));
  // R: lm(score ~ small + aide + factor(school)) of classes' means, clubSandwich::conf_int(vcovCR(type = "CR2"))
  expect(toHundredths(fit(rows))).toEqual([
    ["4.97", "2.06", "7.87"],
    ["-0.01", "-2.79", "2.76"]
  ]);
  expect(toHundredths(without)[0]).toEqual(["4.95", "2.02", "7.89"]);
  expect(double).toEqual(["1102", "1254"]);
  expect([rows.length, Math.min(...rows.map((row) => Number(row.pupils)))]).toEqual([323, 12]);
  const arms = [...new Set(rows.map(({small, aide}) => `${small}${aide}`))].map((arm) =>
    rows.filter(({small, aide}) => `${small}${aide}` === arm)
  );
  const total = (some: typeof rows, name: string): number => some.reduce((sum, row) => sum + Number(row[name]), 0);
  const shares = arms.map((some) => (total(some, "tested") / total(some, "pupils")).toFixed(2));
  expect(shares).toEqual(["0.93", "0.93", "0.93"]);
  expect(rows.filter((row) => row.school === "14" && row.small === 0 && row.aide === 0)).toEqual([]);
  const scores = pupils.map(({score}) => Number(score));
  expect(standardDeviation(scores).toFixed(0)).toBe("27");

  // the prose has the numbers that the file gives
  const [told, doubled, tested] = study.notes;
  const sizes = parts.map((part) => Number(part.pupils));
  const least = Math.min(...rows.map((row) => Number(row.pupils)));
  expect(sizes.every((size) => size <= 3)).toBe(true);
  expect(told).toContain(
    `${sizes.length} groups of one to three pupils, ${sizes.reduce((sum, size) => sum + size, 0)} pupils together`
  );
  expect(told).toContain(`The smallest of the other ${rows.length} has ${least} pupils.`);
  const said = ([ends = []]: ReturnType<typeof fit>): string => {
    const [estimate, low, high] = ends.map((value) => value?.toFixed(1));
    return `${estimate} points (${low} to ${high})`;
  };
  const pupilsOf = (name: string) => rows.find((row) => row.class === name)?.pupils;
  expect(doubled).toContain(`Class 1102, a small one, has ${pupilsOf("1102")} pupils`);
  expect(doubled).toContain(`class 1254, with an aide, has ${pupilsOf("1254")}.`);
  expect(doubled).toContain(`gives ${said(fit(rows))} with them and ${said(without)} without.`);
  expect(tested).toContain("93 % of pupils have a result");
  expect(study.plan[0]?.published?.differs).toContain(`ours are ${rows.length} classes`);
});
