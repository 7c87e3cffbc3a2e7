import {describe, expect, it} from "vitest";
import frozen from "../../../src/stats/simulation.json" with {type: "json"};
import {simulateInference} from "../../simulate/simulateInference.js";

describe("size and coverage in small samples", () => {
  it("a short run with another seed agrees with the frozen one within four standard errors", () => {
    const runs = 250;
    const wrong = simulateInference({runs, seed: 5}).filter(({name, rate}) => {
      const long = frozen.rows.find((row) => row.name === name)!;
      return Math.abs(rate - long.rate) > 4 * Math.sqrt((long.rate * (1 - long.rate) + 0.01) / runs);
    });
    expect(wrong).toEqual([]);
  });

  it("only the methods whose headers say so break their promise", () => {
    const broken = frozen.rows.filter((row) => row.promise === "broken").map((row) => row.name);
    expect(broken).toMatchInlineSnapshot(`
      [
        "two-way effects, 12 departments, classical errors",
        "two-way effects, 12 departments, CR1",
        "two-way effects, 20 departments, 1 of them treated, CR1",
        "two-way effects, 20 departments, 1 of them treated, CR2",
        "pearson, two random walks with drift, 9 years, levels",
        "pearson, two random walks with drift, 9 years, detrended",
        "pearson, two linear trends with noise, 9 years, levels",
        "pearson, two linear trends with noise, 9 years, differenced",
        "mann-kendall exact, random walk without drift, 9 years",
        "least squares, the same contrast, classical errors",
        "two-way effects, the same panel",
        "bootstrap bca, mean of 9 lognormal rows",
        "bootstrap percentile, mean of 9 lognormal rows",
        "bootstrap bca, mean of 40 lognormal rows",
      ]
    `);
  });
});
