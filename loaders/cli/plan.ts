import {exitWith} from "./exitWith.js";
import {jsonOption} from "./jsonOption.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

export const plan = verb({
  name: "plan",
  does: "the analysis plan, and whether it is locked",
  example: "plan --study data/jtrain"
})
  .addOption(studyOption())
  .addOption(jsonOption())
  .action(async (options: {study: string; json?: boolean}) =>
    exitWith((await import("../study/plan/runPlan.js")).showPlan(options))
  )
  .addCommand(
    verb({
      name: "lock",
      does: "keep the plan as its next version, with today's date",
      example: 'plan lock --known "nothing but the file names"'
    })
      .addOption(studyOption())
      .requiredOption("--known <text>", "what is known of the outcomes now")
      .option("--reason <text>", "why it replaces the version before")
      .addOption(jsonOption())
      .action(async (options: {study: string; known: string; reason?: string; json?: boolean}) =>
        exitWith((await import("../study/plan/runPlan.js")).keepPlan(options))
      )
  )
  .addCommand(
    verb({name: "diff", does: "what differs between two versions of the plan", example: "plan diff 1 2"})
      .argument("[from]", "a version; the last without any")
      .argument("[to]", "a version; the plan as it is now without any")
      .addOption(studyOption())
      .addOption(jsonOption())
      .action(async (from: string | undefined, to: string | undefined, options: {study: string; json?: boolean}) =>
        exitWith((await import("../study/plan/runPlan.js")).comparePlans([from, to], options))
      )
  )
  .addCommand(
    verb({
      name: "register",
      does: "write a preregistration under the headings of OSF",
      example: "plan register > preregistration.md"
    })
      .addOption(studyOption())
      .addOption(jsonOption())
      .action(async (options: {study: string; json?: boolean}) =>
        exitWith((await import("../study/plan/runPlan.js")).printRegistration(options))
      )
  );
