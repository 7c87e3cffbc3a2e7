/**
 * Least squares by formula, fixed effects absorbed, with the variance that is asked for.
 *
 * Model      y = X b + fixed effects + e; of a panel, on request, the unit means (between), successive differences (fd),
 *            random effects of units (random), or those with the unit means as terms (mundlak)
 * Estimand   coefficients b, in units of y per unit of x
 * Source     Frisch & Waugh (1933), Guimaraes & Portugal (2010); variances: see variance.ts; golden/regression/ols.R
 * Not here   instruments; effects that differ by cohort: a two-way coefficient of a staggered treatment whose effect grows
 *            covers its mean 42 of 100 times where groupTimeEffects covers it 93; simulation.json
 *
 * @throws {RangeError} if a column is missing or a term not identified; {InvalidFormula} if the formula can't be read
 */
import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {outside} from "../description/outside.js";
import type {ErrorsUsed, Estimate, Term} from "../estimate.js";
import type {Codes} from "../formula/labelCodes.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import type {Table} from "../formula/table.js";
import {modelFrame} from "../formula/modelFrame.js";
import type {LinearFit} from "./fitLinear.js";
import {fitLinear} from "./fitLinear.js";
import type {LinearOptions, Omitted} from "./independent.js";
import {neweyWest} from "./neweyWest.js";
import {betweenFrame, differencedFrame, mundlakFrame} from "./panelFrame.js";
import type {Panel} from "./panelFrame.js";
import {randomEffects} from "./randomEffects.js";
import type {ClusterType, HeteroskedasticType, Variance} from "./coefficientVariance.js";
import {classicalVariance, clusterVariance, heteroskedasticVariance} from "./variance.js";
import {termOf} from "./termOf.js";
import {wald} from "./wald.js";
import type {Wald} from "./wald.js";
import {withoutAlone} from "./withoutAlone.js";

export type PanelModel = "pooled" | "within" | "between" | "fd" | "random" | "mundlak";

export type Vcov =
  | "iid"
  | HeteroskedasticType
  | {readonly cluster: string | readonly string[]; readonly type?: ClusterType}
  | {readonly nw: number | "auto"; readonly adjust?: boolean};

export interface OlsOptions extends Omit<FrameOptions, "groups"> {
  /** pooled and within are least squares as the formula stands; the others need `unit`, fd `time` as well */
  readonly model?: PanelModel;
  /** column of the clusters: short for vcov {cluster}, which is CR2 with Satterthwaite df */
  readonly cluster?: string;
  readonly vcov?: Vcov;
  /** terms to be tested jointly */
  readonly test?: readonly string[];
  /**
   * the term, or terms, asked about: refused where other terms determine it; the others are then controls, left out and
   * named where something determines them, the fixed effects included. With none named, a term that the fixed effects
   * determine is refused, and one that terms before it determine is left out
   */
  readonly about?: string | readonly string[];
  /** of the intervals */
  readonly level?: number;
}

export interface OlsFit {
  readonly r2: number;
  readonly adj_r2: number;
  readonly within_r2: number | null;
  readonly sigma: number;
  readonly rss: number;
  readonly df_residual: number;
  /** classical F of all slopes; null without a slope */
  readonly F: number | null;
  readonly wald?: Wald;
  /** terms that others determine, and why each is left out */
  readonly omitted?: readonly Omitted[];
}

const models = ["pooled", "within", "between", "fd", "random", "mundlak"] satisfies PanelModel[];
const known = ["model", "cluster", "vcov", "test", "about", "level", "unit", "time", "levels", "weights"];

export function ols(
  formula: string,
  table: Table,
  {model = "pooled", cluster, vcov: given, test, about, level = 0.95, ...options}: OlsOptions = {}
): Estimate<OlsFit & Readonly<Record<string, unknown>>> {
  closedOptions("ols", options, known);
  oneOf("model", model, models);
  outside(level);
  if (cluster !== undefined && given !== undefined)
    throw new InvalidArgument("invalid cluster; vcov is given too, for which cluster is short; give one of the two");
  const vcov = given ?? (cluster === undefined ? "iid" : {cluster});
  checkVcov(vcov);
  const used = errorsUsed(vcov, given === undefined && cluster === undefined);
  const by = typeof vcov === "object" && "cluster" in vcov ? [vcov.cluster].flat() : [];
  const panelled = !["pooled", "within"].includes(model);
  const ordered = model === "fd" || (typeof vcov === "object" && "nw" in vcov);
  const places = [panelled || ordered ? options.unit : undefined, ordered ? options.time : undefined].filter(
    (name) => name !== undefined
  );
  const whole = withoutAlone(modelFrame(formula, table, {...options, groups: [...new Set([...by, ...places])]}));
  const linear = {determined: "omit", about: [...new Set([about ?? [], test ?? []].flat())]} as const;
  if (model === "within" && whole.effects.length === 0)
    throw new InvalidArgument("invalid model; within needs fixed effects after the bar: y ~ x | unit");
  const {fit, extra, warnings} = panelled
    ? fitPanel(whole, model, panelOf(whole, table, model, options), linear)
    : {fit: fitLinear(whole, linear), extra: {}, warnings: []};
  const {frame} = fit;
  const omitted = [...(frame.empty ?? []).map((term) => ({term, reason: "has no rows"})), ...fit.omitted];
  const clusters = by.map((name) => codesNamed(frame, name));
  const variance = varianceOf(fit, vcov, clusters, table, options);
  const terms = tidy(fit, variance, level);
  return {
    method: `ols${panelled ? `, ${model}` : ""}, ${variance.method}`,
    n: frame.n,
    dropped: frame.dropped,
    clusters: Object.fromEntries(clusters.map(({name, levels}) => [name, levels])),
    vcov: used,
    terms,
    fit: {
      ...summarise(fit),
      ...extra,
      ...(test ? {wald: wald(fit, variance, test)} : {}),
      ...(omitted.length > 0 ? {omitted} : {})
    },
    warnings: [
      ...omitted.map(({term, reason}) => `${term} ${reason}, and is left out`),
      ...warnings,
      ...withoutError(terms, variance),
      ...unclustered(frame, used)
    ]
  };
}

function fitPanel(
  frame: ModelFrame,
  model: PanelModel,
  panel: Panel,
  linear: LinearOptions
): {fit: LinearFit; extra: Readonly<Record<string, unknown>>; warnings: readonly string[]} {
  if (frame.effects.length > 0 || frame.weights)
    throw new InvalidArgument(`invalid model; ${model} takes neither fixed effects nor weights`);
  if (model === "between") return {fit: fitLinear(betweenFrame(frame, panel), linear), extra: {}, warnings: []};
  if (model === "fd") return {fit: fitLinear(differencedFrame(frame, panel), linear), extra: {}, warnings: []};
  const {fit, warnings, ...extra} = randomEffects(
    model === "mundlak" ? mundlakFrame(frame, panel) : frame,
    panel,
    linear
  );
  return {fit, extra: model === "mundlak" ? {...extra, hausman: null} : extra, warnings};
}

function panelOf(frame: ModelFrame, table: Table, model: PanelModel, {unit, time}: FrameOptions): Panel {
  if (unit === undefined) throw new InvalidArgument(`missing unit; model ${model} needs the panel's column of units`);
  if (time === undefined && model === "fd")
    throw new InvalidArgument("missing time; model fd needs the column of periods");
  return {unit: codesNamed(frame, unit), time: periodsOf(frame, table, time) ?? new Float64Array(frame.n)};
}

function periodsOf(frame: ModelFrame, table: Table, time: string | undefined): Float64Array | null {
  if (time === undefined) return null;
  return Float64Array.from(frame.rows, (row) => {
    const period = Number(table[time]![row]);
    if (Number.isNaN(period)) throw new InvalidArgument(`invalid ${time}; not a number in row ${row + 1}`);
    return period;
  });
}

function codesNamed({groups}: ModelFrame, name: string): Codes {
  const codes = groups.find((group) => group.name === name);
  if (!codes)
    throw new MissingColumn(
      name,
      groups.map((group) => group.name)
    );
  return codes;
}

function checkVcov(vcov: Vcov): void {
  if (typeof vcov !== "object") return oneOf("vcov", vcov, ["iid", "HC0", "HC1", "HC2", "HC3", "HC4"]);
  if (!("cluster" in vcov)) {
    closedOptions("vcov", vcov, ["nw", "adjust", "cluster", "type"]);
    if ("nw" in vcov) return;
    throw new InvalidArgument("invalid vcov; neither cluster nor nw is given; name the column of the clusters");
  }
  closedOptions("vcov", vcov, ["cluster", "type"]);
  if (vcov.type !== undefined) oneOf("vcov.type", vcov.type, ["CR0", "CR1", "CR1S", "CR2", "CR3", "fixest"]);
}

function errorsUsed(vcov: Vcov, standard: boolean): ErrorsUsed {
  if (typeof vcov === "string") return {type: vcov, default: standard};
  if ("nw" in vcov) return {type: `NW ${vcov.nw}`, default: standard};
  return {type: vcov.type ?? "CR2", clusters: [vcov.cluster].flat(), default: standard};
}

/** Rows of one unit are seldom independent, which the errors take for granted that nobody chose. */
function unclustered({effects}: ModelFrame, {type, default: standard}: ErrorsUsed): string[] {
  const [first] = effects;
  if (!standard || !first) return [];
  return [`errors are ${type}, the default, which takes the rows of one ${first.name} as independent; give cluster`];
}

function varianceOf(
  fit: LinearFit,
  vcov: Vcov,
  clusters: readonly Codes[],
  table: Table,
  {unit, time}: FrameOptions
): Variance {
  if (vcov === "iid") return classicalVariance(fit);
  if (typeof vcov === "string") return heteroskedasticVariance(fit, vcov);
  if ("cluster" in vcov) return clusterVariance(fit, clusters, vcov.type);
  return neweyWest(fit, {
    lag: vcov.nw,
    adjust: vcov.adjust,
    time: periodsOf(fit.frame, table, time),
    unit: unit === undefined ? null : codesNamed(fit.frame, unit)
  });
}

/** Why terms have no error, and what to do. */
function withoutError(terms: readonly Term[], {sole, matrix, indefinite = false}: Variance): string[] {
  const without = terms.flatMap(({term, statistic}, j) =>
    statistic === null ? [{term, why: sole?.[j] ? "sole" : matrix[j]![j]! < 0 ? "negative" : "exact"}] : []
  );
  const of = (kind: string): string => without.flatMap(({term, why}) => (why === kind ? [term] : [])).join(", ");
  const [lone, negative, rest] = [of("sole"), of("negative"), of("exact")];
  return [
    ...(lone
      ? [`no error of ${lone}: one cluster alone identifies it; permute what sets that cluster apart, or pool clusters`]
      : []),
    ...(indefinite
      ? [
          `the two-way variance is not positive semi-definite${negative ? `: no error of ${negative}` : ""}; cluster by one column, or test no terms jointly`
        ]
      : []),
    ...(rest ? [`no error of ${rest}: the fit is exact, or no cluster weighs on it`] : [])
  ];
}

function tidy({frame, coefficients}: LinearFit, {matrix, df, sole}: Variance, level: number): Term[] {
  return frame.names.map((term, j) =>
    termOf({term, estimate: coefficients[j]!, variance: matrix[j]![j]!, df: df[j]!, sole: sole?.[j] ?? false}, level)
  );
}

function summarise({
  frame,
  rss,
  tss,
  df,
  r2,
  withinR2,
  absorbed
}: LinearFit): OlsFit & Readonly<Record<string, unknown>> {
  const constant = frame.formula.intercept || absorbed > 0 ? 1 : 0;
  const slopes = frame.names.length - (frame.formula.intercept ? 1 : 0);
  return {
    r2,
    adj_r2: 1 - ((1 - r2) * (frame.n - constant)) / df,
    within_r2: withinR2,
    sigma: Math.sqrt(rss / df),
    rss,
    df_residual: df,
    F: slopes > 0 && rss > 0 ? (tss - rss) / slopes / (rss / df) : null
  };
}
