import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

const example = "table new overtime_years --sql overtime.sql";

export const table = verb({name: "table", does: "released tables", example}).addCommand(
  verb({name: "new", does: "begin a released table from a lab's SQL", example})
    .argument("<name>", "of the table")
    .requiredOption("--sql <file>", "the query")
    .addOption(studyOption())
    .option("--out <folder>", "where the table is written", "loaders/release/tables")
    .addOption(jsonOption())
    .action(async (name: string, options: {sql: string; study: string; out: string; json?: boolean}) =>
      exitWith((await import("../lab/runTable.js")).runTable(name, options))
    )
);
