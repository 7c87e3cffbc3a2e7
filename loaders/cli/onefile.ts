import {exitWith} from "./exitWith.js";
import {outOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const onefile = verb({
  name: "onefile",
  does: "report and findings as one HTML file, for a mail",
  example: "onefile --to report.html"
})
  .addOption(outOption())
  .option("--to <file>", "where it is written", "report.html")
  .action(async (options: {out: string; to: string}) =>
    exitWith((await import("../site/runOneFile.js")).runOneFile(options))
  );
