import {likert} from "../../components/figures/likert.js";
import {moduleShares} from "../../components/figures/moduleShares.js";
import {series} from "../../components/figures/series.js";
import {shrinkage} from "../../components/figures/shrinkage.js";
import {capital, percent} from "../../evidence/format.js";
import type {ReleasedRow} from "../../released/table.js";
import {numbers} from "../../released/table.js";
import {figureOptions} from "../../components/parts/figureOptions.js";
import {exhibit} from "../../components/parts/exhibit.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import type {FindingInput, FindingPage} from "../findingPage.js";
import {smallForest} from "../../components/figures/smallForest.js";
import {figures} from "./figures.js";
import {say} from "../../words/say.js";
import {named} from "../../words/language.js";

export const sessionsPage: FindingPage = {
  lead(input) {
    const table = input.tables.get("module_ratings");
    const shares = numbers(table?.rows ?? [], "favourable").filter((share) => !Number.isNaN(share));
    if (!table || shares.length === 0) return null;
    const title = figures.lead.title(greatestOf(shares), leastOf(shares));
    return moduleShares(table.rows, figureOptions(input, "sessions-lead", title));
  },
  small: ({finding}, options) => smallForest(finding, options),
  exhibits: (input) => ({
    answers: exhibit(
      input.document,
      {
        heading: figures.answers.heading,
        text: figures.answers.text()
      },
      answers(input)
    ),
    second: exhibit(
      input.document,
      {
        text: figures.means.text()
      },
      shrunkenMeans(input)
    ),
    response: exhibit(input.document, {text: figures.response.text()}, response(input))
  })
};

const {steps} = figures.answers;

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
      .map((row) => ({...row, name: say("{0}: {1}", capital(named(mindset)), named(String(row.title)))}))
  );
  const known = ordered.every(({share}) => !Number.isNaN(share));
  const title =
    known && first && last && first !== last ? figures.answers.title(first, last) : figures.answers.plainTitle;
  return likert(
    sorted,
    {
      item: {name: "name", label: figures.answers.module},
      answers: names.map((name) => ({name, label: steps[name] ?? name}))
    },
    figureOptions(input, "sessions-answers", title, {subtitle: figures.answers.subtitle})
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
  const known = lows.some(Number.isFinite);
  const apart = rows.filter((_, i) => (lows[i] ?? NaN) > middle || (highs[i] ?? NaN) < middle).length;
  return shrinkage(
    rows,
    {
      label: {name: "title", label: figures.answers.module},
      n: {name: "ratings", label: say("Ratings"), digits: 0},
      raw: {name: "raw", label: figures.means.given, digits: 2},
      shrunken: {name: "modelled", label: figures.means.adjusted, unit: "points", digits: 2},
      ...(known && {
        low: {name: "low", label: say("from"), digits: 2},
        high: {name: "high", label: say("to"), digits: 2}
      })
    },
    {
      middle,
      ...figureOptions(
        input,
        "sessions-second",
        known ? figures.means.title(apart, rows.length) : figures.means.alike,
        {
          subtitle: figures.means.subtitle
        }
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
  const ends = (values: readonly number[]): [number, number] => [values[0] ?? NaN, values.at(-1) ?? NaN];
  const format = (value: number): string => percent(value);
  return series(
    rows,
    {
      time: {name: "position", label: figures.response.place, digits: 0},
      columns: [
        {name: "attending", label: figures.response.came, role: "participation", share: true, format},
        {name: "rating", label: figures.response.rated, role: "outcome", share: true, format}
      ]
    },
    {
      ...figureOptions(input, "sessions-response", figures.response.title(ends(attending), ends(rating)), {
        subtitle: figures.response.subtitle
      })
    }
  );
}
