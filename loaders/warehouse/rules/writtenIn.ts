import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";

const one = new URL("./sql/count_written.sql", import.meta.url);

/** SQL for the values of a staged resource's columns, each by its column's place among them: asked at once, not one by one. */
export const writtenIn = (resource: string, columns: readonly string[]): string =>
  columns
    .map((column, place) =>
      fillTemplate(one, {place: String(place), resource: identifier(resource), column: identifier(column)})
    )
    .join("UNION ALL\n");
