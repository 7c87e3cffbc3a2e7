import * as z from "zod/mini";
import {honestBounds} from "../../src/stats/did/honestBounds.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {ColumnReader} from "./columnReader.js";
import {defineMethod} from "./defineMethod.js";
import {column, draws, level, numbers, one, seed} from "./optionTypes.js";

const vector = z.array(z.number());
const periods = z.union([z.number(), z.array(z.unknown())]);

/** `pre` and `post` are numbers of periods, or lists of them; `weights` of the effects after treatment: the first alone. */
export const honest = defineMethod(
  "honest",
  {
    estimates: z.union([vector, column]),
    vcov: z.union([z.array(vector), z.record(z.string(), vector)]),
    pre: periods,
    post: periods,
    kind: z.optional(one("rm", "sd")),
    M: z.optional(numbers),
    weights: z.optional(vector),
    level,
    draws,
    seed
  },
  ({estimates, vcov, pre, post, M, kind, weights, level: width, draws: number, seed: start}, read) =>
    honestBounds(
      typeof estimates === "string" ? complete(estimates, read) : estimates,
      Object.values(vcov),
      {pre: lengthOf(pre), post: lengthOf(post)},
      {kind, M: M === undefined ? undefined : [M].flat(), weights, level: width, draws: number, seed: start}
    )
);

const lengthOf = (given: number | unknown[]): number => (typeof given === "number" ? given : given.length);

function complete(name: string, read: ColumnReader): number[] {
  return read.numbers(name).map((value, row) => {
    if (value === null)
      throw new InvalidArgument(`invalid ${name}; no estimate in row ${row + 1}; give every period's`);
    return value;
  });
}
