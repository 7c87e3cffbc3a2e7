import type {Resource} from "../study/rawResource.js";

/** The character between values: as declared, else by the format. */
export const delimiterOf = ({dialect, format}: Pick<Resource, "dialect" | "format">): string =>
  dialect.delimiter ?? (format === "tsv" ? "\t" : ",");
