import {leastOf} from "../../../src/stats/description/leastOf.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {roundShares, shareStep} from "../../disclosure/roundShares.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {query} from "../query.js";
import type {ReleaseContext, ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

export interface AnswerRow {
  readonly module_id: string;
  readonly title: string;
  readonly mindset: string;
  readonly rating: number;
  readonly ratings: number;
  /** managers who rated the module */
  readonly raters: number;
  readonly minimum: number;
  readonly maximum: number;
}

const five = ["least", "low", "middle", "high", "most"] as const;

/**
 * Shares of each module's ratings from the least to the most favourable: in five where the scale has five points and every
 * module enough raters at its first release, else in three, of which the middle lies within a quarter of the scale's range of its middle.
 */
export const moduleAnswers: ReleaseModule<ReleasedTable> = {
  name: "module_answers",
  needs: ["session_ratings", "sessions", "modules", "rating_scales"],
  persons: {sources: ["ratings"]},
  async make(context) {
    const {policy} = context;
    const rows = await query<AnswerRow>(context, "tables/module_answers");
    const modules = [...new Set(rows.map(({module_id}) => module_id))].map((id) =>
      rows.filter(({module_id}) => module_id === id)
    );
    const least = leastOf(modules.map(([first]) => first?.raters ?? 0));
    const points = rows.every(({minimum, maximum, rating}) => maximum - minimum === 4 && Number.isInteger(rating));
    const inFive = points && (publishedInFive(context) ?? least >= (policy["rating.five"] ?? 0));
    const names = inFive ? five : (["low", "middle", "high"] as const);
    const units = policy["rating.precision"];
    const shown = {
      kind: "rating",
      unit: "ratings",
      persons: "raters",
      minimum: policy[inFive ? "rating.five" : "rating.three"],
      statistic: "mean",
      within: null,
      range: [0, 1],
      grain: 0,
      round: null
    } as const;
    const released = modules.map((own): Row => {
      const total = own.reduce((sum, {ratings}) => sum + ratings, 0);
      const exact = names.map(
        (_, k) => own.reduce((sum, row) => sum + (placeOf(row, names.length) === k ? row.ratings : 0), 0) / total
      );
      const {module_id = "", title = "", mindset = "", raters = 0} = own[0] ?? {};
      const shares = units === null ? exact : roundShares(exact, shareStep(units)(raters));
      return {
        module_id,
        title,
        mindset,
        raters,
        ...Object.fromEntries(names.map((name, k) => [name, shares[k] ?? 0]))
      };
    });
    return releaseRows(
      released,
      {
        module_id: {kind: "key"},
        title: {kind: "key"},
        mindset: {kind: "key"},
        ...Object.fromEntries(names.map((name) => [name, shown]))
      },
      {table: "module_answers", key: ["module_id"], control: context.control}
    );
  }
};

/** Whether an earlier release has five shares, which then stay five: others would tell how many have rated since. */
function publishedInFive({standing}: ReleaseContext): boolean | undefined {
  const published = standing?.record?.modules.module_answers;
  if (!published || !("rows" in published)) return undefined;
  const [first] = published.rows;
  return first && "most" in first;
}

/** Which of so many steps a rating falls in. */
function placeOf({rating, minimum, maximum}: AnswerRow, steps: number): number {
  const place = (rating - minimum) / (maximum - minimum);
  return steps === five.length ? rating - minimum : place >= 0.75 ? 2 : place <= 0.25 ? 0 : 1;
}
