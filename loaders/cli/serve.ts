import {exitWith} from "./exitWith.js";
import {outOption, siteStudyOption} from "./studyOption.js";
import {verb} from "./verb.js";
import {wholeNumber} from "./wholeNumber.js";

export const serve = verb({
  name: "serve",
  does: "show the published site on this machine until it is stopped",
  example: "serve --port 3000"
})
  .addOption(siteStudyOption())
  .addOption(outOption())
  .option("--port <number>", "0 for any that is free", wholeNumber(0, 65535), 3000)
  .action(async (options: {study?: string; out?: string; port: number}) => {
    const {siteOf} = await import("../site/siteOf.js");
    const site = await siteOf(options);
    return exitWith((await import("../site/serve.js")).runServe({...options, ...site}));
  });
