import {exitWith} from "./exitWith.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";
import {wholeNumber} from "./wholeNumber.js";

export const lab = verb({
  name: "lab",
  does: "notebooks over the study's rows, on this machine alone",
  example: "lab --study data/jtrain"
})
  .addOption(studyOption())
  .option("--port <number>", "0 for any that is free", wholeNumber(0, 65535), 0)
  .action(async (options: {study: string; port: number}) =>
    exitWith((await import("../lab/runLab.js")).runLab(options))
  );
