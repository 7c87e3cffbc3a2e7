import type {Random} from "../../src/stats/random.js";
import {ols} from "../../src/stats/regression/ols.js";
import type {BenchCase, Columns, DatedPeer} from "./benchCase.js";

const noted = "2026-11";

/** Units over periods, a share of the rows there, and a third effect that is neither. */
function panel({normal, uniform, below}: Random, units: number, periods: number, share: number): Columns {
  const rows: number[][] = [];
  for (let u = 0; u < units; u++) {
    const own = normal();
    for (let t = 0; t < periods; t++) {
      if (uniform() > share) continue;
      const [a, b, c] = [normal() + own, normal() + t / 5, normal()];
      rows.push([u, t, below(2000), a, b, c, 0.5 * a + b - c / 5 + own + t + normal()]);
    }
  }
  const at = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]!);
  return {u: at(0), t: at(1), v: at(2), x: at(3), z: at(4), w: at(5), y: at(6)};
}

function effects(name: string, formula: string, data: BenchCase["data"], dated: DatedPeer): BenchCase {
  return {
    name,
    data,
    ours: (columns) => () =>
      ols(formula, columns, {vcov: {cluster: "u", type: "fixest"}}).terms.flatMap(({estimate, se}) => [estimate, se!]),
    peer: {
      language: "R",
      name: "fixest",
      packages: ["fixest"],
      code: `f <- function() {m <- feols(${formula}, d, cluster = ~ u, nthreads = 1); c(rbind(coef(m), se(m)))}`
    },
    dated,
    tolerance: 1e-6
  };
}

const fixest = (cpu_ms: number, ours_ms: number): DatedPeer => ({name: "fixest 0.12.2", cpu_ms, ours_ms, on: noted});

export const effectCases: readonly BenchCase[] = [
  effects("two-way-balanced-1", "y ~ x | u + t", (draw) => panel(draw, 100_000, 10, 1), fixest(193, 362)),
  effects("two-way-balanced-3", "y ~ x + z + w | u + t", (draw) => panel(draw, 100_000, 10, 1), fixest(230, 517)),
  effects("two-way-unbalanced-3", "y ~ x + z + w | u + t", (draw) => panel(draw, 100_000, 14, 0.7), fixest(335, 612)),
  effects("three-way-3", "y ~ x + z + w | u + t + v", (draw) => panel(draw, 100_000, 10, 1), fixest(693, 2865))
];
