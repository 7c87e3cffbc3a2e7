/** What options may be: the same words for the same thing in every method's schema. */
import * as z from "zod/mini";

const whole = (least: number): z.ZodMiniNumber =>
  z
    .number()
    .check(z.refine((value) => Number.isSafeInteger(value) && value >= least, `not a whole number from ${least}`));

export const text = z.string();
/** the name of a column */
export const column = z.string().check(z.refine((name) => name !== "", "no column's name"));
export const columns = z
  .array(column)
  .check(z.refine((names) => new Set(names).size === names.length, "a column twice; keep one"));
export const number = z.number();
export const numbers = z.union([z.number(), z.array(z.number())]);
export const flag = z.boolean();
export const count = whole(1);
export const countFromNought = whole(0);
export const formula = z.string();
export const one = <const Choices extends readonly string[]>(
  ...choices: Choices
): z.ZodMiniEnum<{[Choice in Choices[number]]: Choice}> =>
  z.enum(choices) as unknown as z.ZodMiniEnum<{[Choice in Choices[number]]: Choice}>;

export const level = z.optional(z.number().check(z.refine((value) => value > 0 && value < 1, "not in (0, 1)")));
export const seed = z.optional(z.number().check(z.refine(Number.isSafeInteger, "not a safe integer")));
export const draws = z.optional(count);
/** {column: [the first is the reference, ...]} */
export const levels = z.optional(
  z.pipe(
    z.unknown().check(z.refine(isLevels, "not {column: [first is the reference, ...]}")),
    z.transform((given) =>
      Object.fromEntries(Object.entries(given as Levels).map(([name, labels]) => [name, labels.map(String)]))
    )
  )
);

type Levels = Readonly<Record<string, readonly (string | number)[]>>;

function isLevels(given: unknown): boolean {
  const label = (value: unknown): boolean => typeof value === "string" || typeof value === "number";
  const list = (value: unknown): boolean => Array.isArray(value) && value.every(label);
  return typeof given === "object" && given !== null && !Array.isArray(given) && Object.values(given).every(list);
}
