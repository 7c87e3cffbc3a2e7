import {readFile} from "node:fs/promises";
import {expect, it} from "vitest";
import type {StudyRelease} from "../../loaders/release/releaseStudy.js";
import {hadBy} from "../../loaders/site/hadBy.js";
import {keepFor} from "../../loaders/site/keepFor.js";

it("keepFor() leaves out what the study does not have, and the marks around what it has", () => {
  const page = "One.\n<!-- with findings.sessions -->Two.<!-- end -->\n<!-- with attendance -->Three.<!-- end -->";
  expect(keepFor(page, (need) => need === "attendance")).toBe("One.\n\nThree.");
});

it("the methods page has the model of units that are seen once, or followed: it used to have years for any study", async () => {
  const methods = await readFile("src/methods.md", "utf8");
  const once = keepFor(methods, (need) => need === "units.once");
  expect(once).toContain("### Differences between units that are seen once");
  expect(once).not.toMatch(/each year is left out|next year's exposure|specification curve/);
  const followed = keepFor(methods, (need) => need === "units.followed" || need === "robustness");
  expect(followed).toContain("### Differences within units and years");
  expect(followed).toContain("specification curve");
  expect(followed).not.toContain("seen once");
  expect(followed).not.toMatch(/published in steps|Holm|Benjamini/);
});

it("hadBy(release) tells whether the plan's units are compared with themselves", () => {
  const had = (specification: string, checks: object[] = [], adjusted: object = {departments: 0.1}) =>
    hadBy({
      study: {tables: ["departments"], plan: [{finding: "departments", specification, term: "x", worthwhile: 1}]},
      findings: {value: {findings: [{id: "departments", checks}], headline: {adjusted}}},
      estimates: {value: {robustness: null}}
    } as unknown as StudyRelease);
  expect([...had("y ~ x | department_id + fiscal_year")]).toEqual([
    "departments",
    "findings.departments",
    "units.followed"
  ]);
  expect([...had("y ~ x | school")]).toContain("units.once");
  // a study of one comparison used to read how several are adjusted, and of steps that nothing is published in
  for (const need of ["steps", "several"]) expect([...had("y ~ x | school")]).not.toContain(need);
  expect([...had("y ~ x | school", [{id: "steps"}], {departments: 0.1, managers: 0.2})]).toEqual(
    expect.arrayContaining(["steps", "several"])
  );
});
