import * as z from "zod/mini";
import {correlation} from "../../src/stats/association/correlation.js";
import {completeCases} from "../../src/stats/description/completeCases.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import {bootstrap as resample} from "../../src/stats/resampling/bootstrap.js";
import {coefficientOf} from "../../src/stats/resampling/coefficientOf.js";
import {correlationOf} from "../../src/stats/resampling/correlationOf.js";
import {meanOf} from "../../src/stats/resampling/meanOf.js";
import {medianOf} from "../../src/stats/resampling/medianOf.js";
import type {ColumnReader} from "./columnReader.js";
import {defineMethod} from "./defineMethod.js";
import {formulaRoles} from "./formulaRoles.js";
import {takesOnly} from "./takesOnly.js";
import {column, count, draws, formula, level, levels, one, seed, text} from "./optionTypes.js";

const shape = {
  y: z.optional(column),
  x: z.optional(column),
  formula: z.optional(formula),
  term: z.optional(text),
  statistic: z.optional(text),
  kind: z.optional(one("percentile", "basic", "bca", "student")),
  cluster: z.optional(column),
  block: z.optional(count),
  levels,
  draws,
  seed,
  level
};

type Asked = z.output<z.ZodMiniObject<typeof shape>>;

export const bootstrap = defineMethod("bootstrap", shape, (asked, read) =>
  asked.formula === undefined ? bootstrapColumns(asked, read) : bootstrapTerm(asked, asked.formula, read)
);

function bootstrapColumns(asked: Asked, read: ColumnReader): Estimate<object> {
  const {statistic = asked.x === undefined ? "mean" : "correlation", y: name} = asked;
  if (!["mean", "median", "correlation"].includes(statistic))
    throw new InvalidArgument(`invalid statistic; not one of mean, median, correlation: ${statistic}`);
  if (asked.term !== undefined || asked.levels)
    throw new InvalidArgument("invalid term; it takes a formula beside it, as levels do");
  takesOnly(`statistic ${statistic}`, asked, {x: statistic === "correlation"});
  if (name === undefined) throw new InvalidArgument("missing y; bootstrap needs it, or a formula");
  if (statistic === "correlation" && asked.x === undefined)
    throw new InvalidArgument("missing x; the bootstrap of a correlation needs it");
  const y = read.numbers(name);
  const x = statistic === "correlation" ? read.numbers(asked.x!) : y;
  const cluster = codesOf(asked.cluster, read);
  const {n, columns, dropped} = completeCases({y, x, ...(cluster ? {[asked.cluster!]: cluster} : {})} as Record<
    string,
    typeof y
  >);
  if (statistic === "correlation") correlation(columns.x!, columns.y!);
  const of =
    statistic === "mean"
      ? meanOf(columns.y!)
      : statistic === "median"
        ? medianOf(columns.y!)
        : correlationOf(columns.x!, columns.y!);
  const result = resample(n, of, {
    ...choices(asked),
    block: asked.block,
    cluster: cluster && Array.from(columns[asked.cluster!]!)
  });
  return {...result, dropped, terms: result.terms.map((term) => ({...term, term: statistic}))};
}

/** A formula's term: the coefficient on rows drawn again. */
function bootstrapTerm(asked: Asked, source: string, read: ColumnReader): Estimate<object> {
  const {cluster, statistic, term = statistic, levels: ordered} = asked;
  takesOnly(`a formula with term ${term}`, asked, {statistic: asked.term === undefined});
  if (term === undefined) throw new InvalidArgument("missing term; the bootstrap of a formula needs it");
  for (const name of ["y", "x", "block"] as const)
    if (asked[name] !== undefined) throw new InvalidArgument(`invalid ${name}; the bootstrap of a formula takes none`);
  const {labels, measured} = formulaRoles(source);
  const groups = cluster === undefined ? [] : [cluster];
  const frame = modelFrame(source, read.typed({labels: [...labels, ...groups], measured}), {levels: ordered, groups});
  const result = resample(frame.n, coefficientOf(frame, term), {...choices(asked), cluster: frame.groups[0]?.codes});
  return {...result, dropped: frame.dropped, terms: result.terms.map((each) => ({...each, term}))};
}

const choices = ({kind = "bca", level: width, draws: number, seed: start}: Asked) => ({
  kind,
  level: width,
  draws: number,
  seed: start
});

function codesOf(name: string | undefined, read: ColumnReader): (number | null)[] | undefined {
  if (name === undefined) return undefined;
  const codes = new Map<string, number>();
  return read.labels(name).map((label) => {
    if (label === null) return null;
    if (!codes.has(label)) codes.set(label, codes.size);
    return codes.get(label)!;
  });
}
