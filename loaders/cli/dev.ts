import {exitWith} from "./exitWith.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";
import {wholeNumber} from "./wholeNumber.js";

export const dev = verb({
  name: "dev",
  does: "preview the site while pages, code and data change",
  example: "dev --study data/jtrain"
})
  .addOption(studyOption())
  .option("--port <number>", "of the preview", wholeNumber(0, 65535), 3000)
  .action(async (options: {study: string; port: number}) => exitWith((await import("../site/dev.js")).runDev(options)));
