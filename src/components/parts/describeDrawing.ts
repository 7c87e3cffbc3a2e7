import {greatestOf} from "../../stats/description/greatestOf.js";
import {language} from "../../words/language.js";
import {say} from "../../words/say.js";

/** characters of a text alternative at most: what is more is read in the table */
const longestAlternative = 400;
const restInTable = (): string => say(" The table holds the rest.");

/** Gives a drawing its text alternative; the first picture speaks for all of the drawing. */
export function describeDrawing(drawing: Element, description: string, finding?: string): void {
  const words =
    finding === undefined ? description : say("{0}. {1}", finding.replace(/[.。]$/, ""), capital(description));
  const pictures = drawing.matches("svg") ? [drawing] : Array.from(drawing.querySelectorAll("svg"));
  const [first, ...others] = pictures.filter((svg) => !svg.hasAttribute("aria-hidden"));
  first?.setAttribute("role", "img");
  first?.setAttribute("aria-label", describing(words));
  for (const svg of others) svg.setAttribute("aria-hidden", "true");
}

/** A description as it is read: with a capital, the language's own stops, and no longer than a reader listens. */
export const describing = (description: string): string => shortened(punctuated(capital(description)));

const punctuated = (text: string): string =>
  language() === "ja" ? text.replaceAll("; ", "；").replace(/\.$/, "。") : text;

/** A description of at most so many characters, cut where one of its items ends. */
function shortened(description: string): string {
  if (description.length <= longestAlternative) return description;
  const start = description.slice(0, longestAlternative - restInTable().length);
  const end = greatestOf(["; ", ". ", "；", "。"].map((stop) => start.lastIndexOf(stop)));
  return `${end > 0 ? start.slice(0, end) : start}${punctuated(".")}${restInTable()}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
