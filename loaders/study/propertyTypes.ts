/** What properties of a data package may be: the same words for the same thing wherever it is declared. */
import {z} from "zod";

const longest = 2000;

const isSaid = (text: string): boolean =>
  text.trim() !== "" && text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text);

/** a text for readers */
export const said = z.string().refine(isSaid, `a text of one line, not empty, of at most ${longest} characters`);

/** a text for readers, or "" where there is none to say */
export const saidOrNot = z
  .string()
  .refine((text) => text === "" || isSaid(text), `a text of one line, of at most ${longest} characters`);

/** a number that fifteen digits hold */
export const amount = z.number().refine((value) => Math.abs(value) < 1e15, "a number of at most fifteen digits");

/** a number as somebody printed it */
export const printed = z.string().regex(/^[-−+]?(\d+(\.\d*)?|\.\d+)$/, "a number as it is printed, such as -0.25");

export const webAddress = z.url({protocol: /^https?$/, error: "an address that begins with https://"});

/** a path in the package, or an address of the web */
export const webPath = z
  .string()
  .regex(
    /^(https?:\/\/\S+|(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\p{Cc}]+)$/u,
    "a path, or an address that begins with https://"
  );

/** what is called so in SQL, and is no name that every object of a program has */
export const resourceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, "lower-case letters, digits, '.', '_' or '-'")
  .refine((name) => !(name in Object.prototype), "a name that programs keep for themselves; choose another");

/** first and last, in this order */
export const span = <Bound extends z.ZodType<number>>(bound: Bound) =>
  z.tuple([bound, bound]).refine(([first, last]) => Number(first) <= Number(last), "the first is above the last");

/** Refuses an entry that is there already, by what makes it one. */
export const once =
  <Entry>(of: (entry: Entry) => string, property?: string) =>
  (entries: readonly Entry[], context: z.core.$RefinementCtx<readonly Entry[]>): void =>
    entries.forEach((entry, i) => {
      if (entries.findIndex((other) => of(other) === of(entry)) === i) return;
      const path = property === undefined ? [i] : [i, property];
      context.addIssue({code: "custom", path, message: "stands twice; keep one"});
    });

export const timeZone = z.string().refine(isTimeZone, "no time zone of the IANA's, such as Asia/Tokyo");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", {timeZone: name}).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
