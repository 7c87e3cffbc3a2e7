import {expect, it} from "vitest";
import {readPlan} from "../../src/evidence/readPlan.js";

const read = (specification: string, term = "participation") => readPlan({specification, term});

it.each([
  [
    read("margin ~ participation | department_id + fiscal_year"),
    {
      outcome: "margin",
      transform: "none",
      exposure: "participation",
      lag: 0,
      absorbed: ["department_id", "fiscal_year"]
    }
  ],
  [
    read("log(scrap) ~ grant + sales", "grant"),
    {outcome: "scrap", transform: "log", exposure: "grant", controls: ["sales"]}
  ],
  [read("d(profit) ~ d(participation)"), {outcome: "profit", transform: "difference", exposure: "participation"}],
  [
    read("margin ~ l(participation, 1) | department_id", "l(participation, 1)"),
    {exposure: "participation", lag: 1, right: "l(participation, 1)"}
  ],
  [
    read("rating ~ reflective + position + (1 | manager_id) + (1 | module_id)", "reflective"),
    {
      exposure: "reflective",
      controls: ["position"],
      groups: ["manager_id", "module_id"],
      right: "reflective + position"
    }
  ],
  [read("att(z)", "all"), {outcome: "z", transform: "cohorts", columns: ["z"]}]
])("readPlan() %#", (found, expected) => {
  expect(found).toMatchObject(expected);
});

it.each([
  ["margin ~ participation", "grnt", /none of the specification's, which are participation: grnt/],
  ["margin + profit ~ participation", "participation", /one measure/],
  ["sqrt(margin) ~ participation", "participation", /one measure/],
  ["margin participation", "participation", /needs one ~/]
])("readPlan(%s) with the term %s is refused", (specification, term, message) => {
  expect(() => read(specification, term)).toThrow(message);
});
