import type {HonestKind} from "../../src/stats/did/honestBounds.js";
import {honestBounds} from "../../src/stats/did/honestBounds.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function honest(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const {estimates, vcov, M} = specification;
  return honestBounds(
    numbersIn("estimates", estimates),
    matrixIn(vcov),
    {
      pre: periods(read.number("pre"), "pre"),
      post: periods(read.number("post"), "post")
    },
    {
      kind: read.text("kind", ["rm", "sd"], "rm") as HonestKind,
      M: M === undefined ? undefined : numbersIn("M", [M].flat()),
      weights: specification.weights === undefined ? undefined : numbersIn("weights", specification.weights),
      level: read.number("level"),
      draws: read.number("draws"),
      seed: read.number("seed")
    }
  );
}

function periods(count: number | undefined, name: string): number {
  if (count === undefined) throw new RangeError(`missing ${name}; honest needs the number of estimates on either side`);
  return count;
}

function matrixIn(value: unknown): number[][] {
  const rows = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.values(value) : value;
  if (!Array.isArray(rows)) throw new RangeError("invalid vcov; not a list of rows");
  return rows.map((row: unknown) => numbersIn("vcov", row));
}

function numbersIn(name: string, value: unknown): number[] {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === "number" && Number.isFinite(entry)))
    throw new RangeError(`invalid ${name}; not a list of numbers: ${JSON.stringify(value)}`);
  return value as number[];
}
