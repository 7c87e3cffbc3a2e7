import {describe, expect, it} from "vitest";
import {correlateSeries} from "../../src/stats/association/correlateSeries.js";
import {kendall} from "../../src/stats/association/kendall.js";
import {mannKendall} from "../../src/stats/association/mannKendall.js";
import {pearson} from "../../src/stats/association/pearson.js";
import {spearman} from "../../src/stats/association/spearman.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import {sunAbraham, twoWayEventStudy} from "../../src/stats/did/eventStudy.js";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import {honestBounds} from "../../src/stats/did/honestBounds.js";
import {imputation} from "../../src/stats/did/imputation.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {logit} from "../../src/stats/generalised/logit.js";
import {ordinal} from "../../src/stats/generalised/ordinal.js";
import {groupAgreement} from "../../src/stats/groups/groupAgreement.js";
import {icc} from "../../src/stats/groups/icc.js";
import {tTest} from "../../src/stats/groups/tTest.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {bootstrap} from "../../src/stats/resampling/bootstrap.js";
import {mean} from "../../src/stats/description/mean.js";
import {signedRank} from "../../src/stats/rank/signedRank.js";
import {wilcoxon} from "../../src/stats/rank/wilcoxon.js";
import {ols} from "../../src/stats/regression/ols.js";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import {reliability} from "../../src/stats/scales/reliability.js";
import {confounding} from "../../src/stats/sensitivity/confounding.js";

const y = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
const x = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5];
const unit = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"];
const time = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3];
const first = [2, 2, 2, 3, 3, 3, 0, 0, 0, 0, 0, 0].map((year) => (year === 0 ? Infinity : year));
const table = {y, x, unit, time, first, yes: y.map((value) => Number(value > 3))};
const columns = {outcome: "y", unit: "unit", time: "time", firstTreated: "first"};
const covariance = [
  [1, 0.2],
  [0.2, 1]
];

/** Whatever a caller without types may pass: an option misspelt, or a value that its option does not take. */
type Ask = (options: never) => unknown;

const estimators: readonly (readonly [string, Ask, known: string, wrong: object])[] = [
  ["ols", (o) => ols("y ~ x", table, o), "vcov", {vcov: "HC33"}],
  ["ols", (o) => ols("y ~ x", table, o), "cluster", {vcov: {cluster: "unit", type: "CR22"}}],
  ["ols", (o) => ols("y ~ x", table, o), "model", {model: "withim"}],
  [
    "wild",
    (o) => wildBootstrap("y ~ x", table, {cluster: "unit", term: "x", ...(o as object)}),
    "imposeNull",
    {weights: "web"}
  ],
  ["did", (o) => groupTimeEffects(table, columns, o), "control", {control: "nevr"}],
  ["did", (o) => groupTimeEffects(table, columns, o), "estimator", {estimator: "rg"}],
  ["did", (o) => groupTimeEffects(table, columns, o), "unbalanced", {base: "varing"}],
  ["sunab", (o) => sunAbraham(table, columns, o), "level", {level: 95}],
  ["twfe_event", (o) => twoWayEventStudy(table, columns, o), "level", {level: 95}],
  ["honest", (o) => honestBounds([0.1, 0.4], covariance, {pre: 1, post: 1}, o), "weights", {kind: "smoothness"}],
  ["imputation", (o) => imputation(table, columns, o), "anticipation", {anticipation: -1}],
  ["sensitivity", (o) => confounding(y, x, {time}, o), "benchmark", {benchmark: "tme"}],
  ["logit", (o) => logit("yes ~ x", table, o), "link", {link: "logot"}],
  ["ordinal", (o) => ordinal("yes ~ x", table, o), "quadrature", {link: "probut"}],
  ["mixed", (o) => mixedModel("y ~ x + (1 | unit)", table, o), "profile", {reml: "no"}],
  [
    "icc",
    (o) =>
      icc(
        x.map((value, i) => [value, y[i]!]),
        o
      ),
    "level",
    {level: 95}
  ],
  ["agreement", (o) => groupAgreement(y, unit, o), "choices", {choices: 1}],
  ["t test", (o) => tTest(x, y, o), "kind", {kind: "pared"}],
  ["pearson", (o) => pearson(x, y, o), "level", {level: 95}],
  ["spearman", (o) => spearman(x, y, o), "level", {p: "exakt"}],
  ["kendall", (o) => kendall(x, y, o), "continuity", {p: "exakt"}],
  [
    "series",
    (o) =>
      correlateSeries(
        x,
        y,
        y.map((_, i) => i),
        o
      ),
    "transform",
    {transform: "detrnd"}
  ],
  [
    "theilSen",
    (o) =>
      theilSen(
        y,
        y.map((_, i) => i),
        o
      ),
    "level",
    {level: 95}
  ],
  [
    "mannKendall",
    (o) =>
      mannKendall(
        y,
        y.map((_, i) => i),
        o
      ),
    "level",
    {p: "exakt"}
  ],
  ["wilcoxon", (o) => wilcoxon(x, y, o), "continuity", {level: 95}],
  ["signedRank", (o) => signedRank(x, o), "continuity", {level: 95}],
  [
    "bootstrap",
    (o) => bootstrap(y.length, (rows) => mean(Array.from(rows as Iterable<number>, (i) => y[i]!)), o),
    "draws",
    {kind: "bcaa"}
  ],
  ["reliability", (o) => reliability({x, y}, o), "reversed", {missing: "drp"}]
];

describe("an estimator of the engine, asked by someone without types", () => {
  it.each(estimators)("%s refuses a misspelt option, naming the nearest: %s %s", (_, ask, known) => {
    const misspelt = known.slice(0, 2) + known.slice(3);
    expect(() => ask({[misspelt]: 1} as never)).toThrow(InvalidArgument);
    expect(() => ask({[misspelt]: 1} as never)).toThrow(`${misspelt}; did you mean ${known}?`);
  });

  it.each(estimators)("%s refuses a value that an option does not take: %s %s %o", (_, ask, _known, wrong) => {
    expect(() => ask(wrong as never)).toThrow(InvalidArgument);
  });
});
