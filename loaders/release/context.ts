import type {Plan} from "../../src/evidence/context.js";
import {planOf} from "../../src/evidence/planOf.js";
import type {Study} from "../study/readStudy.js";

export {evidenceContext} from "../../src/evidence/evidenceContext.js";

/** The study's planned specification for a finding, read, or null. */
export function planFor({plan}: Pick<Study, "plan">, finding: string): Plan | null {
  const planned = plan.find((one) => one.finding === finding);
  return planned ? planOf(planned) : null;
}
