import {agree} from "./agree.js";
import {counted} from "./numbers.js";
import {spokenOf, wasOutcome} from "./outcome.js";
import type {StudyWords} from "./words.js";

/** Why a comparison could not be made. */
export type Impossible =
  | {readonly kind: "same everywhere" | "nobody" | "no contrast"; readonly noun: string}
  | {readonly kind: "one unit"}
  | {readonly kind: "few years"; readonly years: number}
  | {readonly kind: "no values" | "constant"; readonly label: string};

/** After "We could not make this comparison:". */
export function impossibleReason(why: Impossible, {unit}: StudyWords): string {
  switch (why.kind) {
    case "same everywhere":
      return `${wasOutcome({name: "", label: why.noun})} the same everywhere`;
    case "nobody":
      return why.noun === "participation" ? "nobody took part" : `no ${unit.one} had any ${why.noun}`;
    case "no contrast":
      return `${why.noun} did not vary between ${unit.many} within the years`;
    case "one unit":
      return `there is only one ${unit.one}`;
    case "few years":
      return `there ${why.years === 1 ? "is" : "are"} only ${counted(why.years, {one: "year", many: "years"})}`;
    case "no values":
      return `${spokenOf(why.label)} ${why.label.includes(" and ") ? "have" : agree(why.label, "has", "have")} no values`;
    case "constant":
      return `${wasOutcome({name: "", label: why.label})} the same everywhere`;
  }
}

/** Why the planned model of a finding of persons could not be made, by the engine's reason. */
export function unfittedReason(reason: string, {person}: StudyWords): string {
  switch (reason) {
    case "no comparison":
      return `none of the ${person.many} in these data took part, so there is nothing to compare`;
    case "no variation":
      return "what is compared, or adjusted for, does not vary in these data";
    case "no rows":
      return "no row has every value that the planned comparison needs";
    case "too few rows":
      return "too few rows have every value that the planned comparison needs";
    case "too few groups":
      return "there are too few groups for the planned comparison";
    case "collinear":
      return "these data cannot separate what is compared from what it is adjusted for";
    default:
      return "the planned model could not be fitted to these data";
  }
}
