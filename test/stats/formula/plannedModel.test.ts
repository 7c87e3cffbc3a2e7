import {describe, expect, it} from "vitest";
import {InvalidFormula} from "../../../src/stats/errors/invalidFormula.js";
import {plannedModel} from "../../../src/stats/formula/plannedModel.js";

describe("plannedModel()", () => {
  it("plannedModel(within, term) names outcome, exposure, controls and what is absorbed", () => {
    expect(plannedModel("log(scrap) ~ grant + grant_1 | department_id + fiscal_year", "grant")).toEqual({
      specification: "log(scrap) ~ grant + grant_1 | department_id + fiscal_year",
      term: "grant",
      estimator: "model",
      outcome: {name: "scrap", text: "log(scrap)", taken: "in log"},
      exposure: {name: "grant", lag: 0},
      right: "grant + grant_1",
      terms: ["grant", "grant_1"],
      controls: ["grant_1"],
      adjusted: ["grant_1"],
      absorbed: ["department_id", "fiscal_year"],
      grouped: [],
      columns: ["scrap", "grant", "grant_1", "department_id", "fiscal_year"]
    });
  });

  it("finds a term by its column where a function is about it, with its lag", () => {
    expect(plannedModel("d(profit) ~ d(participation)", "participation")).toMatchObject({
      outcome: {name: "profit", taken: "as change"},
      exposure: {name: "participation", lag: 0}
    });
    expect(plannedModel("margin ~ l(participation, 2)", "l(participation, 2)").exposure).toEqual({
      name: "participation",
      lag: 2
    });
  });

  it("keeps random terms apart from fixed ones", () => {
    const {grouped, right, terms} = plannedModel("rating ~ reflective + position + (1 | a/b)", "reflective");
    expect({grouped, right, terms}).toEqual({
      grouped: ["a", "b"],
      right: "reflective + position",
      terms: ["reflective", "position"]
    });
  });

  it("reads effects by cohort", () => {
    expect(plannedModel("att(z)", "all")).toMatchObject({estimator: "cohorts", outcome: {name: "z"}, columns: ["z"]});
  });

  it("refuses a term that the formula lacks, by name", () => {
    expect(() => plannedModel("y ~ grant", "grnt")).toThrow("missing term: grnt; the formula has grant");
    expect(() => plannedModel("y grant", "grant")).toThrow(InvalidFormula);
  });
});
