import {InvalidArgumentError} from "commander";

/** more threads than this only wait for one another */
export const mostThreads = 256;

/** Reads an option's number, whole and within limits. */
export const wholeNumber =
  (from: number, to: number = Number.MAX_SAFE_INTEGER): ((text: string) => number) =>
  (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isInteger(value) || value < from || value > to)
      throw new InvalidArgumentError(
        `Not a whole number from ${from}${to < Number.MAX_SAFE_INTEGER ? ` to ${to}` : ""}.`
      );
    return value;
  };
