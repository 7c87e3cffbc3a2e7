import type {Study} from "../study/readStudy.js";
import type {Findings} from "./findings.js";

/** Findings that a study plans and its report does not have, with the reason: its analyst hears of it without the site. */
export const plannedNotMade = ({plan}: Pick<Study, "plan">, {absent}: Pick<Findings, "absent">): string[] =>
  absent
    .filter(({finding}) => plan.some((planned) => planned.finding === finding))
    .map(({finding, reason}) => `the finding on ${finding} is planned and was not made: ${reason}`);
