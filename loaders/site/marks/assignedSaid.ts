import {exposureOf} from "../../../src/evidence/exposureOf.js";
import {isAmount} from "../../../src/evidence/isAmount.js";
import {takesPart} from "../../../src/evidence/takesPart.js";
import {assigned} from "../../../src/words/en/checklists.js";
import {type Exposure, exposurePhrases} from "../../../src/words/exposure.js";
import {planFor} from "../../release/context.js";
import type {MarkInput} from "./markInput.js";

type Studied = Pick<MarkInput, "release" | "context">;

/** Who decided who takes part, or what there was where, in a sentence. */
export function assignedSaid(input: Studied): string {
  const {release, context} = input;
  const {account} = context.assignment;
  if (account != null) return account;
  const exposure = exposureFor(input);
  const {noun} = exposurePhrases(exposure, context);
  const had = takesPart(exposure) ? null : {noun, isAmount: isAmount(exposure), units: context.unit};
  return assigned(release.study.assignment.how, had);
}

/** The exposure of the planned comparison of units. */
export function exposureFor({release, context}: Studied): Exposure {
  const plan = planFor(release.study, "departments");
  return plan ? exposureOf(plan, context) : {kind: "share", one: "participation", step: 0.1};
}
