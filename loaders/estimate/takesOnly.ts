import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";

/** Refuses an option that is known but that would not be read beside another choice. */
export function takesOnly(
  choice: string,
  asked: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, boolean>>
): void {
  const stray = Object.keys(read).find((option) => !read[option] && asked[option] !== undefined);
  if (stray !== undefined) throw new InvalidArgument(`invalid ${stray}; ${choice} does not take it; leave it out`);
}
