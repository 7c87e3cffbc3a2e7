import type {Exposure} from "../words/exposure.js";

/** Whether what units are exposed to is what people take part in, rather than a law, a tax or a grant. */
export const takesPart = ({kind}: Pick<Exposure, "kind">): boolean => kind === "share" || kind === "sessions";
