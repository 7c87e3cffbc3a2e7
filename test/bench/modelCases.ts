import {ordinal} from "../../src/stats/generalised/ordinal.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import type {Random} from "../../src/stats/random.js";
import type {BenchCase, Columns} from "./benchCase.js";

function rated({normal, below}: Random, students: number, lecturers: number, each: number): Columns {
  const [own, quality] = [students, lecturers].map((n) => Float64Array.from({length: n}, normal));
  const n = students * each;
  const student = Float64Array.from({length: n}, (_, i) => Math.floor(i / each));
  const lecturer = Float64Array.from({length: n}, () => below(lecturers));
  const x = Float64Array.from({length: n}, normal);
  const y = x.map((value, i) => 0.1 * value + 0.3 * own![student[i]!]! + 0.5 * quality![lecturer[i]!]! + normal());
  return {student, lecturer, x, y};
}

const crossed = (name: string, data: BenchCase["data"]): BenchCase => ({
  name,
  data,
  ours: (columns) => () => {
    const {terms, fit} = mixedModel("y ~ x + (1 | student) + (1 | lecturer)", columns);
    return [terms[1]!.estimate, fit.sigma, fit.criterion];
  },
  peer: {
    language: "R",
    name: "lme4",
    packages: ["lme4"],
    code: "f <- function() {m <- lmer(y ~ x + (1 | student) + (1 | lecturer), d); c(fixef(m)[2], sigma(m), REMLcrit(m))}"
  },
  tolerance: 1e-4
});

export const modelCases: readonly BenchCase[] = [
  crossed("reml-74300", (draw) => rated(draw, 2972, 1128, 25)),
  crossed("reml-3000", (draw) => rated(draw, 300, 30, 10)),
  {
    name: "ordinal-3000",
    data(draw) {
      const {y, ...rest} = rated(draw, 300, 30, 10);
      return {...rest, y: Float64Array.from(y!, (value) => (value < -1 ? 1 : value < 0 ? 2 : value < 1 ? 3 : 4))};
    },
    ours: (data) => () => [ordinal("y ~ x + (1 | student)", data).terms.find(({term}) => term === "x")!.estimate],
    peer: {
      language: "R",
      name: "ordinal",
      packages: ["ordinal"],
      code: "f <- function() clmm(factor(y) ~ x + (1 | student), transform(d, student = factor(student)))$beta"
    },
    tolerance: 1e-3
  }
];
