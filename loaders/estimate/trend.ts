import * as z from "zod/mini";
import {linearTrend} from "../../src/stats/association/linearTrend.js";
import {mannKendall} from "../../src/stats/association/mannKendall.js";
import {theilSen} from "../../src/stats/association/theilSen.js";
import {defineMethod} from "./defineMethod.js";
import {column, level, one} from "./optionTypes.js";

export const trend = defineMethod(
  "trend",
  {y: column, time: z.optional(column), kind: z.optional(one("theil-sen", "mann-kendall", "ols")), level},
  ({y: name, time: at, kind = "theil-sen", level: width}, read) => {
    const y = read.numbers(name);
    const time = at === undefined ? Array.from(y, (_, i) => i) : read.numbers(at);
    const slope = theilSen(y, time, {level: width});
    const flat = slope.terms[0]!.p === null;
    if (kind === "theil-sen" && flat) return {...slope, fit: {...slope.fit, S: 0, variance: 0, z: null, p: null}};
    const test = mannKendall(y, time, {level: width});
    const chosen = kind === "ols" ? linearTrend(y, time, {level: width}) : kind === "theil-sen" ? slope : test;
    return {...chosen, fit: {...slope.fit, ...test.fit, ...chosen.fit, p: chosen.terms[0]!.p}};
  }
);
