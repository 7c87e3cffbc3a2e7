import {agree} from "../../words/en/agree.js";
import {capital} from "../../words/en/numbers.js";
import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice(input: AdviceInput): readonly Advice[] {
  return [adviceOn(input)];
}

function adviceOn({answer, hoped, drawn, programme, outcome}: AdviceInput): Advice {
  if (drawn && answer === "clear")
    return {
      advice: "Base the decision on the size of the effect.",
      because: `${capital(programme)} ${agree(programme, "was", "were")} assigned at random.`
    };
  if (answer === "clear" && !hoped)
    return {
      advice: `Do not extend ${programme} before the reason is known.`,
      because: `${capital(outcome)} differed in the other direction from the one hoped for.`
    };
  if (answer === "small")
    return {
      advice: `Do not expect ${programme} to change ${outcome}.`,
      because: "Any difference is too small to matter."
    };
  if (answer === "none" || answer === "impossible")
    return {
      advice: `Do not conclude that ${programme} ${agree(programme, "makes", "make")} no difference.`,
      because: "A difference that matters may have been missed."
    };
  return {
    advice: `Do not extend or end ${programme} on these figures alone.`,
    because: `They do not show that ${programme} ${agree(programme, "is", "are")} the reason.`
  };
}
