import {agree} from "../../words/en/agree.js";
import {capital} from "../../words/en/numbers.js";
import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice(input: AdviceInput): readonly Advice[] {
  return [adviceOn(input)];
}

function adviceOn({answer, hoped, drawn, programme, outcome}: AdviceInput): Advice {
  if (drawn) return {advice: "Decide on the size of the effect.", because: "It was assigned at random."};
  if (answer === "clear" && !hoped)
    return {
      advice: `Find out why before extending ${programme}.`,
      because: `${capital(outcome)} moved the other way than hoped for.`
    };
  if (answer === "small")
    return {
      advice: `Do not expect ${programme} to change ${outcome}.`,
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
