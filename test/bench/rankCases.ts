import {kendall} from "../../src/stats/association/kendall.js";
import {spearman} from "../../src/stats/association/spearman.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import type {Random} from "../../src/stats/random.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import type {BenchCase, Columns} from "./benchCase.js";

function pairs({normal}: Random, n: number, rounded = (value: number): number => value): Columns {
  const x = Float64Array.from({length: n}, normal);
  return {x: x.map(rounded), y: x.map((value) => rounded(value * 0.3 + normal() + 0.2))};
}

export const rankCases: readonly BenchCase[] = [
  {
    name: "theil-sen",
    data: ({normal}) => ({
      x: Float64Array.from({length: 2000}, (_, i) => i),
      y: Float64Array.from({length: 2000}, normal)
    }),
    ours:
      ({x, y}) =>
      () => [theilSen(y!, x!).fit.slope],
    peer: {
      language: "R",
      name: "R, outer and median",
      packages: [],
      code: "f <- function() {s <- outer(d$y, d$y, '-') / outer(d$x, d$x, '-'); median(s[lower.tri(s)])}"
    },
    tolerance: 1e-9
  },
  {
    name: "kendall",
    data: (draw) => pairs(draw, 100_000),
    ours:
      ({x, y}) =>
      () => [kendall(x!, y!).terms[0]!.estimate],
    peer: {language: "R", name: "pcaPP", packages: ["pcaPP"], code: "f <- function() cor.fk(d$x, d$y)"},
    tolerance: 1e-9
  },
  {
    name: "spearman",
    data: (draw) => pairs(draw, 100_000),
    ours:
      ({x, y}) =>
      () => [spearman(x!, y!).terms[0]!.estimate],
    peer: {
      language: "R",
      name: "R, cor",
      packages: [],
      code: "f <- function() cor(d$x, d$y, method = 'spearman')"
    },
    tolerance: 1e-9
  },
  {
    name: "wilcoxon-tied",
    data: (draw) => pairs(draw, 1500, (value) => Math.round(value * 10) / 10),
    ours:
      ({x, y}) =>
      () => {
        const {fit, terms} = wilcoxon(x!, y!);
        return [fit.statistic, fit.p, terms[0]!.low!];
      },
    peer: {
      language: "R",
      name: "R, wilcox.test",
      packages: [],
      code: "f <- function() {w <- wilcox.test(d$x, d$y, conf.int = TRUE, exact = FALSE); c(w$statistic, w$p.value, w$conf.int[1])}"
    },
    // R seeks the bound to 1e-4
    tolerance: 1e-3
  }
];
