import type {FindingId} from "../../../src/evidence/finding.js";
import {overviewPanels} from "../../../src/overview/overviewSeries.js";
import {ratedScales} from "../../../src/findings/ratedScales.js";
import {list} from "../../../src/words/numbers.js";
import {lowered} from "../../../src/words/outcome.js";
import {overYears, ratedShares} from "../../../src/words/reportWords.js";
import type {MarkInput} from "./markInput.js";

/** What a reader asks of a finding beside its comparison: whether scores rose over the years, how many were rated higher. */
export function alsoSaid(id: FindingId, input: Pick<MarkInput, "context" | "tables">): string {
  if (id === "engagement") return scoresOverYears(input);
  return id === "managers" ? sharesRated(input) : "";
}

/** The same series as the overview draws; without a purpose it is of every measure, which says nothing. */
function scoresOverYears({context, tables}: Pick<MarkInput, "context" | "tables">): string {
  const {programmeYears, person} = context;
  const purpose = (context.purpose?.measures ?? []).flatMap((name) => context.measures.get(name) ?? []);
  if (purpose.length === 0) return "";
  const survey = overviewPanels({tables, programmeYears, person, purpose}).find((panel) => panel.id === "survey");
  const scores = (survey?.series ?? []).flatMap(({line, points}) => {
    const [first, last] = [points[0], points.at(-1)];
    return line === null && first && last && first !== last
      ? [{from: first[1], to: last[1], years: [first[0], last[0]] as const}]
      : [];
  });
  const [one] = scores;
  return one ? overYears(list(purpose.map(({label}) => lowered(label))), one) : "";
}

function sharesRated({context, tables}: Pick<MarkInput, "context" | "tables">): string {
  const scales = ratedScales(tables);
  return scales.length === 0 ? "" : ratedShares(scales, context);
}
