import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {HonestKind} from "../../src/stats/did/honestBounds.js";
import {honestBounds} from "../../src/stats/did/honestBounds.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, SpecificationReader, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

/** `pre` and `post` are numbers of periods, or lists of them; `weights` of the effects after treatment: the first alone. */
export function honest(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return honestBounds(
    estimatesIn(read),
    matrixIn(specification.vcov),
    {pre: periods("pre", specification), post: periods("post", specification)},
    {
      kind: read.text("kind", ["rm", "sd"], "rm") as HonestKind,
      M: read.has("M") ? numbersIn("M", [specification.M].flat()) : undefined,
      weights: read.has("weights") ? numbersIn("weights", specification.weights) : undefined,
      level: read.number("level"),
      draws: read.number("draws"),
      seed: read.number("seed")
    }
  );
}

function periods(option: "pre" | "post", specification: Specification): number {
  const value = specification[option];
  if (Array.isArray(value)) return value.length;
  if (typeof value === "number") return value;
  throw new InvalidArgument(
    `missing ${option}; honest needs the periods ${option === "pre" ? "before" : "after"} treatment`
  );
}

function estimatesIn(read: SpecificationReader): number[] {
  const {estimates} = read.specification;
  return numbersIn("estimates", typeof estimates === "string" ? Array.from(read.column("estimates")) : estimates);
}

/** Rows, in an array or by any names in order. */
function matrixIn(value: unknown): number[][] {
  if (typeof value !== "object" || value === null)
    throw new InvalidArgument("missing vcov; honest needs the estimates' variance");
  return Object.values(value).map((row) => numbersIn("vcov", row));
}

function numbersIn(name: string, value: unknown): number[] {
  if (!Array.isArray(value) || !value.every((entry): entry is number => Number.isFinite(entry)))
    throw new InvalidArgument(`invalid ${name}; not a list of numbers: ${JSON.stringify(value)}`);
  return value;
}
