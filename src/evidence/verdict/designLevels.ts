import type {DesignLevel} from "./designLevel.js";

/** The steps of the Maryland scale, as a reader would say them. */
export const designLevels: Readonly<Record<DesignLevel, string>> = {
  1: "no comparison group",
  2: "compared with others who may differ",
  3: "similar units, each followed over time",
  4: "the same, with a start set by others",
  5: "a start drawn at random"
};
