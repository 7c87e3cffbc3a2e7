import {InvalidArgument} from "../errors/invalidArgument.js";
import {select} from "./select.js";

/** Middle value, or the mean of the middle two. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) throw new InvalidArgument("invalid values; no observation to rank");
  const moved = Float64Array.from(values);
  const upper = moved.length >> 1;
  const above = select(moved, upper);
  return moved.length % 2 === 1 ? above : select(moved, upper - 1, 0, upper - 1) / 2 + above / 2;
}
