import type {Dialect} from "../study/rawResource.js";

/** Column names out of the declared header rows, joined where there are several. */
export function joinHeader(
  records: readonly (readonly string[])[],
  {headerRows = [1], headerJoin}: Pick<Dialect, "headerRows" | "headerJoin">
): string[] {
  const width = Math.max(...headerRows.map((row) => records[row - 1]?.length ?? 0));
  return Array.from({length: width}, (_, column) =>
    headerRows
      .map((row) => records[row - 1]?.[column]?.trim() ?? "")
      .filter((part) => part !== "")
      .join(headerJoin)
  );
}
