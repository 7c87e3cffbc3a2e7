import {InvalidArgument} from "../errors/invalidArgument.js";
import {middle} from "./middle.js";

/** Middle value, or the mean of the middle two. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) throw new InvalidArgument("invalid values; no observation to rank");
  return middle(Float64Array.from(values).toSorted());
}
