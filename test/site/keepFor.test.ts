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
});

it("hadBy(release) tells whether the plan's units are compared with themselves", () => {
  const had = (specification: string) =>
    hadBy({
      study: {tables: ["departments"], plan: [{finding: "departments", specification, term: "x", worthwhile: 1}]},
      findings: {value: {findings: [{id: "departments"}]}},
      estimates: {value: {robustness: null}}
    } as unknown as StudyRelease);
  expect([...had("y ~ x | department_id + fiscal_year")]).toEqual([
    "departments",
    "findings.departments",
    "units.followed"
  ]);
  expect([...had("y ~ x | school")]).toContain("units.once");
});
