import {anova as fitAnova} from "../../src/stats/groups/anova.js";
import {defineMethod} from "./defineMethod.js";
import {formula} from "./optionTypes.js";
import {twoSidesOf} from "./twoSidesOf.js";

export const anova = defineMethod("anova", {formula}, (asked, read) => {
  const {y, group} = twoSidesOf(asked.formula, read);
  return fitAnova(y, group);
});
