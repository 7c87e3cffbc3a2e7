import {agree} from "../../words/en/agree.js";
import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice(input: AdviceInput): readonly Advice[] {
  return [adviceOn(input)];
}

function adviceOn({answer, hoped, drawn, programme, outcome}: AdviceInput): Advice {
  if (drawn) return {advice: "Decide on the size of the effect.", because: "The start was drawn at random."};
  if (answer === "clear" && !hoped)
    return {
      advice: `Look into the ${outcome} before extending ${programme}.`,
      because: "They moved the other way than hoped for."
    };
  if (answer === "small")
    return {
      advice: `Do not expect more of ${outcome} from ${programme}.`,
      because: "Any difference is too small to matter."
    };
  if (answer === "none" || answer === "impossible")
    return {
      advice: `Do not take this for a sign that ${programme} ${agree(programme, "makes", "make")} no difference.`,
      because: "One that matters may have been missed."
    };
  return {
    advice: `Do not extend or end ${programme} on these figures alone.`,
    because: `They do not show that ${programme} ${agree(programme, "is", "are")} the reason.`
  };
}
