import {exitWith} from "./exitWith.js";
import {languageOption, studyOption} from "./studyOption.js";
import type {DevOptions} from "../site/dev.js";
import {verb} from "./verb.js";
import {wholeNumber} from "./wholeNumber.js";

export const dev = verb({
  name: "dev",
  does: "preview the site while pages, code and data change",
  example: "dev --study data/jtrain"
})
  .addOption(studyOption())
  .addOption(languageOption())
  .option("--port <number>", "of the preview", wholeNumber(0, 65535), 3000)
  .action(async (options: DevOptions) => exitWith((await import("../site/dev.js")).runDev(options)));
