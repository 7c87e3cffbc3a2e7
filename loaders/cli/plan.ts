import {exitWith} from "./exitWith.js";
import {studyOption} from "./studyOption.js";
import {verb} from "./verb.js";

const jsonOption = ["--json", "as JSON"] as const;

export const plan = verb({
  name: "plan",
  does: "the analysis plan, and whether it is locked",
  example: "plan --study data/jtrain"
})
  .addOption(studyOption())
  .option(...jsonOption)
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
      .action(async (options: {study: string; known: string; reason?: string}) =>
        exitWith((await import("../study/plan/runPlan.js")).keepPlan(options))
      )
  )
  .addCommand(
    verb({name: "diff", does: "what one version decides otherwise than another", example: "plan diff 1 2"})
      .argument("[from]", "a version; the last without any")
      .argument("[to]", "a version; the plan as it is now without any")
      .addOption(studyOption())
      .option(...jsonOption)
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
      .action(async (options: {study: string}) =>
        exitWith((await import("../study/plan/runPlan.js")).printRegistration(options))
      )
  );
