import {exitWith} from "./exitWith.js";
import {outOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const pdf = verb({
  name: "pdf",
  does: "the report as a tagged PDF, printed by the Chromium at hand",
  example: "pdf --findings --to report.pdf"
})
  .addOption(outOption())
  .option("--to <file>", "where it is written", "report.pdf")
  .option("--findings", "with the findings' pages", false)
  .action(async (options: {out: string; to: string; findings: boolean}) =>
    exitWith((await import("../site/runPdf.js")).runPdf(options))
  );
