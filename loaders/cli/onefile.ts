import {exitWith} from "./exitWith.js";
import {outOption, siteStudyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const onefile = verb({
  name: "onefile",
  does: "report and findings as one HTML file, for a mail",
  example: "onefile --to report.html"
})
  .addOption(siteStudyOption())
  .addOption(outOption())
  .option("--to <file>", "where it is written", "report.html")
  .action(async (options: {study?: string; out?: string; to: string}) => {
    const {siteOf} = await import("../site/siteOf.js");
    const site = await siteOf(options);
    return exitWith((await import("../site/runOneFile.js")).runOneFile({...options, ...site}));
  });
