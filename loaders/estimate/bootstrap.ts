import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {correlation} from "../../src/stats/association/correlation.js";
import {completeCases} from "../../src/stats/description/completeCases.js";
import {bootstrap as resample} from "../../src/stats/resampling/bootstrap.js";
import {coefficientOf} from "../../src/stats/resampling/coefficientOf.js";
import {correlationOf} from "../../src/stats/resampling/correlationOf.js";
import {meanOf} from "../../src/stats/resampling/meanOf.js";
import {medianOf} from "../../src/stats/resampling/medianOf.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

type Kind = "percentile" | "basic" | "bca" | "student";

export function bootstrap(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  if (read.has("formula")) return bootstrapTerm(specification, table);
  const statistic = read.text("statistic", ["mean", "median", "correlation"], read.has("x") ? "correlation" : "mean");
  const y = read.column("y");
  const {n, rows, columns, dropped} = completeCases({y, x: statistic === "correlation" ? read.column("x") : y});
  if (statistic === "correlation") correlation(columns.x, columns.y);
  const labels = read.has("cluster") ? read.labels("cluster") : null;
  const of =
    statistic === "mean"
      ? meanOf(columns.y)
      : statistic === "median"
        ? medianOf(columns.y)
        : correlationOf(columns.x, columns.y);
  const result = resample(n, of, {
    kind: read.text("kind", ["percentile", "basic", "bca", "student"], "bca") as Kind,
    level: read.number("level"),
    draws: read.number("draws"),
    seed: read.number("seed"),
    block: read.number("block"),
    cluster: labels ? Array.from(rows, (row) => clusterAt(labels, row)) : undefined
  });
  return {...result, dropped, terms: result.terms.map((term) => ({...term, term: statistic}))};
}

/** A formula's term: the coefficient on rows drawn again. */
function bootstrapTerm(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const cluster = read.has("cluster") ? read.text("cluster") : undefined;
  const levels = read.levels();
  const frame = modelFrame(read.text("formula"), table, {levels, groups: cluster === undefined ? [] : [cluster]});
  const term = read.text("term", undefined, read.has("statistic") ? read.text("statistic") : undefined);
  const result = resample(frame.n, coefficientOf(frame, term), {
    kind: read.text("kind", ["percentile", "basic", "bca", "student"], "bca") as Kind,
    level: read.number("level"),
    draws: read.number("draws"),
    seed: read.number("seed"),
    cluster: frame.groups[0]?.codes
  });
  return {...result, dropped: frame.dropped, terms: result.terms.map((each) => ({...each, term}))};
}

function clusterAt(labels: readonly (string | number | null)[], row: number): string | number {
  const label = labels[row] ?? null;
  if (label === null)
    throw new InvalidArgument(`invalid cluster; no label in row ${row + 1}; drop the row or name its cluster`);
  return label;
}
