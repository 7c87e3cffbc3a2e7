import {exitWith} from "./exitWith.js";
import {outOption, siteStudyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const pdf = verb({
  name: "pdf",
  does: "the report as a tagged PDF, printed by the Chromium at hand",
  example: "pdf --findings --to report.pdf"
})
  .addOption(siteStudyOption())
  .addOption(outOption())
  .option("--to <file>", "where it is written", "report.pdf")
  .option("--findings", "with the findings' pages", false)
  .action(async (options: {study?: string; out?: string; to: string; findings: boolean}) => {
    const {siteOf} = await import("../site/siteOf.js");
    const site = await siteOf(options);
    return exitWith((await import("../site/runPdf.js")).runPdf({...options, ...site}));
  });
