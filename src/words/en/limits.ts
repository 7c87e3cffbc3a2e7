import {agree} from "./agree.js";

/** What the report can and cannot show. */
export interface LimitsInput {
  readonly said: readonly {readonly title: string; readonly certainty: string}[];
  readonly unsaid: readonly string[];
  readonly programme: string;
  /** a start was drawn at random */
  readonly drawn: boolean;
  readonly synthetic: boolean;
  /** more than one outcome is compared */
  readonly several: boolean;
}

const noReturn = "A return on investment: gains of several kinds do not add up to one figure.";

export function limitsWords({said, unsaid, programme, drawn, synthetic, several}: LimitsInput): {
  readonly can: readonly string[];
  readonly cannot: readonly string[];
} {
  return {
    can: said.map(({title, certainty}) => `${title} (${certainty} certainty).`),
    cannot: [
      ...unsaid.map((asked) => (asked.endsWith("?") ? `The answer to \u201c${asked}\u201d` : `${asked}.`)),
      ...(drawn ? [] : [`Whether ${programme} ${agree(programme, "is", "are")} the reason.`]),
      ...(several ? [noReturn] : []),
      ...(synthetic ? ["Anything about a real organisation."] : [])
    ]
  };
}
