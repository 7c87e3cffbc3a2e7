import type {Exposure} from "../words/exposure.js";

/** Whether there is more or less of it, rather than that it is there or not, or that people take part in it. */
export const isAmount = ({kind}: Pick<Exposure, "kind">): boolean => kind === "amount" || kind === "money";
