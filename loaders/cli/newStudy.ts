import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {verb} from "./verb.js";

export const newStudy = verb({
  name: "new",
  does: "raw files -> a study to finish: a data package and mapping SQL",
  example: "new data/ours export.csv answers.xlsx"
})
  .argument("<folder>", "of the study, new or empty")
  .argument("<files...>", "raw files")
  .addOption(jsonOption())
  .action(async (folder: string, files: string[], options: {json?: boolean}) =>
    exitWith((await import("../ingest/propose/runNew.js")).runNew(folder, files, options))
  );
