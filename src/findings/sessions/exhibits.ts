import {likert} from "../../components/figures/likert.js";
import {moduleShares} from "../../components/figures/moduleShares.js";
import {series} from "../../components/figures/series.js";
import {shrinkage} from "../../components/figures/shrinkage.js";
import {capital, count, percent} from "../../evidence/format.js";
import type {ReleasedRow} from "../../released/table.js";
import {numbers} from "../../released/table.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {exhibit} from "../../components/parts/exhibit.js";
import type {FindingInput, FindingPage} from "../findingPage.js";
import {smallForest} from "../../components/figures/smallForest.js";

export const sessionsPage: FindingPage = {
  lead(input) {
    const table = input.tables.get("module_ratings");
    const shares = numbers(table?.rows ?? [], "favourable").filter((share) => !Number.isNaN(share));
    if (!table || shares.length === 0) return null;
    const title = `From ${percent(Math.max(...shares))} favourable for the best-liked module to ${percent(Math.min(...shares))} for the least`;
    return moduleShares(table.rows, figureOptions(input, "sessions-lead", title));
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({
    answers: exhibit(
      input.document,
      {
        heading: "What was answered, by mindset",
        text: "Every module's ratings from the least to the most favourable, the modules of one mindset together."
      },
      answers(input)
    ),
    second: exhibit(
      input.document,
      {
        text:
          "A module's mean owes something to who rated it, and when. The planned model takes that out, and draws each mean " +
          "towards its like as far as it rests on few ratings."
      },
      shrunkenMeans(input)
    ),
    response: exhibit(
      input.document,
      {text: "Who came to a session, and who of them rated it, by its place in the year."},
      response(input)
    )
  })
};

const steps: Readonly<Record<string, string>> = {
  least: "Least favourable",
  low: "Unfavourable",
  middle: "Between",
  high: "Favourable",
  most: "Most favourable"
};

/** Diverging bars of every module, those of one mindset together, the best-liked mindset first. */
function answers(input: FindingInput): Element | null {
  const rows = input.tables.get("module_answers")?.rows ?? [];
  const names = Object.keys(steps).filter((name) => rows.some((row) => row[name] !== undefined));
  if (rows.length === 0 || names.length === 0) return null;
  const liked = (row: ReleasedRow): number => Number(row.high) + Number(row.most ?? 0);
  const mindsets = [...new Set(rows.map((row) => String(row.mindset)))].map((mindset) => {
    const own = rows.filter((row) => row.mindset === mindset);
    const known = own.map(liked).filter((share) => !Number.isNaN(share));
    return {mindset, own, share: known.reduce((sum, share) => sum + share, 0) / known.length};
  });
  const ordered = mindsets.toSorted((a, b) => (b.share || 0) - (a.share || 0));
  const [first, last] = [ordered[0], ordered.at(-1)];
  const sorted = ordered.flatMap(({mindset, own}) =>
    own
      .toSorted((a, b) => (liked(b) || 0) - (liked(a) || 0))
      .map((row) => ({...row, name: `${capital(mindset)}: ${String(row.title)}`}))
  );
  const title =
    first && last && first !== last
      ? `Favourable on average: ${percent(first.share)} of the ratings of a ${first.mindset} module, ${percent(last.share)} of those of a${/^[aeiou]/.test(last.mindset) ? "n" : ""} ${last.mindset} one`
      : "Ratings of each module";
  return likert(
    sorted,
    {
      item: {name: "name", label: "Module"},
      answers: names.map((name) => ({name, label: steps[name] ?? name, digits: 2}))
    },
    figureOptions(input, "sessions-answers", title, {subtitle: "Shares of a module's ratings, all years"})
  );
}

/** Modules' means as rated, and as the planned model has them. */
function shrunkenMeans(input: FindingInput): Element | null {
  const rows = (input.tables.get("module_means")?.rows ?? []).filter(
    (row) => typeof row.modelled === "number" && typeof row.raw === "number"
  );
  if (rows.length < 3) return null;
  const means = numbers(rows, "modelled");
  const middle = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const [lows, highs] = [numbers(rows, "low"), numbers(rows, "high")];
  const apart = rows.filter((_, i) => (lows[i] ?? NaN) > middle || (highs[i] ?? NaN) < middle).length;
  return shrinkage(
    rows,
    {
      label: {name: "title", label: "Module"},
      n: {name: "ratings", label: "Ratings", digits: 0},
      raw: {name: "raw", label: "As rated", digits: 2},
      shrunken: {name: "modelled", label: "By the model", unit: "points", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2}
    },
    {
      middle,
      ...figureOptions(
        input,
        "sessions-second",
        `${apart === 0 ? "None" : count(apart)} of ${count(rows.length)} modules stand${apart === 1 ? "s" : ""} clear of the average module in the planned model`,
        {subtitle: "Mean rating as given, and as the model has it at the year's average session"}
      )
    }
  );
}

/** Who came and who rated, by place in the groups' year. */
function response(input: FindingInput): Element | null {
  const rows = input.tables.get("session_response")?.rows ?? [];
  const shares = (name: string): number[] => numbers(rows, name).filter((share) => !Number.isNaN(share));
  const [attending, rating] = [shares("attending"), shares("rating")];
  if (attending.length < 2 || rating.length < 2) return null;
  const way = (values: readonly number[]): string => `${percent(values[0] ?? NaN)} to ${percent(values.at(-1) ?? NaN)}`;
  const format = (value: number): string => percent(value);
  return series(
    rows,
    {
      time: {name: "position", label: "Session of the year", digits: 0},
      columns: [
        {name: "attending", label: "Came, of the group's members", role: "participation", digits: 2, format},
        {name: "rating", label: "Rated, of those who came", role: "outcome", digits: 2, format}
      ]
    },
    {
      ...figureOptions(
        input,
        "sessions-response",
        `From the first session to the last, those who came went from ${way(attending)}, those of them who rated from ${way(rating)}`,
        {subtitle: "By the session's place in the group's year, all groups"}
      )
    }
  );
}
