import {counted} from "./numbers.js";
import {lowered} from "./outcome.js";
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
      return `${why.noun} was the same everywhere`;
    case "nobody":
      return why.noun === "participation" ? "nobody took part" : `no ${unit.one} had any ${why.noun}`;
    case "no contrast":
      return `${why.noun} did not vary between ${unit.many} within the years`;
    case "one unit":
      return `there is only one ${unit.one}`;
    case "few years":
      return `there ${why.years === 1 ? "is" : "are"} only ${counted(why.years, {one: "year", many: "years"})}`;
    case "no values":
      return `${lowered(why.label)} has no values`;
    case "constant":
      return `${lowered(why.label)} was the same everywhere`;
  }
}
