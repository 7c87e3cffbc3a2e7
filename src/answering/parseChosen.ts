import {list} from "../evidence/format.js";
import {type Choice, type Chosen, choiceNames} from "./choice.js";
import {say} from "../words/say.js";

/**
 * An address's query as what was chosen; what is as planned is left out.
 *
 * @throws {RangeError} a sentence, where the link names what cannot be chosen here
 */
export function parseChosen(query: string, choices: readonly Choice[]): Chosen {
  const given = new URLSearchParams(query);
  const chosen: Record<string, string> = {};
  for (const [key, value] of given) {
    const one = choices.find(({name}) => name === key);
    if (!one)
      throw new RangeError(
        say("The link is not right: “{0}” cannot be chosen here. {1}", key.slice(0, 40), whatCan(choices))
      );
    if (given.getAll(key).length > 1) throw new RangeError(say("The link says {0} twice. Keep one.", key));
    if (!one.options.some((option) => option.value === value))
      throw new RangeError(
        say(
          "The link is not right: {0} “{1}” is unknown. There are {2}.",
          key,
          value.slice(0, 40),
          list(one.options.map((option) => option.value))
        )
      );
    if (value !== one.planned) chosen[key] = value;
  }
  return chosen;
}

function whatCan(choices: readonly Choice[]): string {
  return say("Choose {0}.", list(choices.map(({name}) => name)));
}

/** The query of what was chosen, always in one order; nothing where all is as planned. */
export function serialiseChosen(chosen: Chosen): string {
  const query = new URLSearchParams(
    choiceNames.flatMap((name) => (chosen[name] === undefined ? [] : [[name, chosen[name]]]))
  );
  return query.size === 0 ? "" : `?${query}`;
}
