import {InvalidArgument} from "../errors/invalidArgument.js";

/** Throws unless the parameter is a finite number above 0. */
export function positive(name: string, value: number): void {
  if (!(value > 0) || value === Infinity)
    throw new InvalidArgument(`invalid ${name}; not a finite number above 0: ${value}`);
}

/** Throws unless the parameter is above 0; infinity is its limit. */
export function positiveOrInfinite(name: string, value: number): void {
  if (!(value > 0)) throw new InvalidArgument(`invalid ${name}; not above 0: ${value}`);
}

/** Throws unless the parameter is a finite number of 0 or more. */
export function nonnegative(name: string, value: number): void {
  if (!(value >= 0) || value === Infinity)
    throw new InvalidArgument(`invalid ${name}; not a finite number of 0 or more: ${value}`);
}
