import {InvalidArgument} from "../stats/errors/invalidArgument.js";
import {NotIdentified, type NotIdentifiedReason} from "../stats/errors/notIdentified.js";

const refusals: Readonly<Record<NotIdentifiedReason, string>> = {
  "no variation":
    "One of the two no longer varies once levels and controls are taken out. Take out less, or take in more rows.",
  "no rows": "No row has all of these.",
  "too few rows": "There are too few rows for so many terms.",
  "too few groups": "There are too few units.",
  collinear: "One of the measures can be worked out from the others.",
  "no comparison": "Nothing is left to compare with.",
  separated: "One of the measures tells all of the other.",
  "not converged": "No estimate was found.",
  "not feasible": "This takes more than can be counted.",
  "not identified": "These rows cannot tell."
};

/** An engine's refusal as a reader reads it. */
export function inSentence(error: RangeError): string {
  if (error instanceof NotIdentified) {
    const {reason, short} = error;
    return short ? `${refusals[reason]} There are ${short.has}; it takes ${short.needs} or more.` : refusals[reason];
  }
  return error instanceof InvalidArgument ? `This cannot be estimated: ${error.message}.` : error.message;
}

/** @throws {RangeError} the engine's refusal as a sentence */
export function inSentences<Result>(estimate: () => Result): Result {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(inSentence(error), {cause: error});
  }
}
