import type {Resource} from "./rawResource.js";

const months: Readonly<Record<"month" | "quarter" | "year", number>> = {month: 1, quarter: 3, year: 12};

/**
 * The day by which a source should have given a newer file, ISO 8601; null where the study does not say how often it does.
 * The last day of a month stays a month's last day: from 31 January a month later is 28 February.
 */
export function dueDate({asOf, every}: Pick<Resource, "asOf" | "every">): string | null {
  if (asOf === undefined || every === undefined) return null;
  const [year = 0, month = 1, day = 1] = asOf.split("-").map(Number);
  if (every === "week") return isoDate(new Date(Date.UTC(year, month - 1, day + 7)));
  const target = month - 1 + months[every];
  const last = new Date(Date.UTC(year, target + 1, 0)).getUTCDate();
  return isoDate(new Date(Date.UTC(year, target, Math.min(day, last))));
}

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);
