import type {CloseOptions} from "../release/runClose.js";
import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const close = verb({
  name: "close",
  does: "the open periods, or close one: its figures are published, and stay as they are",
  example: "close --source survey --period 2015"
})
  .addOption(studyOption())
  .option("--source <name>", "activity, survey, ratings or appraisals")
  .option("--period <year>", "its fiscal year")
  .addOption(jsonOption())
  .action(async (options: CloseOptions) => exitWith((await import("../release/runClose.js")).runClose(options)));
