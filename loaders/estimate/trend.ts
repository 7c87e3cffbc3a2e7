import {linearTrend} from "../../src/stats/association/linearTrend.js";
import {mannKendall} from "../../src/stats/association/mannKendall.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function trend(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const y = read.column("y");
  const time = read.has("time") ? read.column("time") : Array.from(y, (_, i) => i);
  const kind = read.text("kind", ["theil-sen", "mann-kendall", "ols"], "theil-sen");
  const level = read.number("level");
  const test = mannKendall(y, time, {level});
  const slope = theilSen(y, time, {level});
  const chosen = kind === "ols" ? linearTrend(y, time, {level}) : kind === "theil-sen" ? slope : test;
  return {...chosen, fit: {...slope.fit, ...test.fit, ...chosen.fit, p: chosen.terms[0]!.p}};
}
