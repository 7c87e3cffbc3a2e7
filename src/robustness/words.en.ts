/** What the page on robustness says, its figures and tables too: plain data in, text out. */
import {article} from "../words/en/article.js";
import {count, inWords, list, percent} from "../words/en/numbers.js";
import type {Noun, StudyWords} from "../words/en/words.js";
import {startCalled} from "../words/programmeCalled.js";

export const curve = {
  impossibleTitle: "Other analyses of these data could not be made",
  impossible: ({many}: Noun, exposure: string): string =>
    `We could not make this comparison: there are too few ${many}, or ${exposure} or the outcome hardly varies within and between them.`,
  /** of the share who ever took part, as the exposure */
  stock: ({one}: Noun, persons: string): string =>
    `The share who ever completed falls only where ${persons} leave or move. Within ${article(one)} it is close to a straight line ` +
    "through the years, so it says little that the years do not.",
  title: (share: number, analyses: number, direction: "higher" | "lower", asRose: string): string =>
    `${share === 1 ? "All" : `${percent(share)} of`} ${count(analyses)} analyses found a ${direction} outcome ${asRose}`,
  subtitle:
    "The outcome in its standard deviations, for one standard deviation of the exposure. Each analysis is a dot, with its choices below",
  medians: "What each choice does to the estimate"
};

/** The page in a sentence for each of its sections. */
export const short = {
  confounder: (exposure: string, removes: number): string =>
    `A hidden cause would remove the estimate if it explained ${percent(removes, 1)} of what remains of ${exposure} and of the outcome after adjustment.`,
  detectable: (least: string, worthwhile: string, per: string): string =>
    `Four of five studies like this one would find a difference of ${least} ${per}. A difference of ${worthwhile} would matter.`,
  falseLine: (programme: string, named: number, studies: number): string =>
    `Had ${programme} done nothing, and had chance decided who took part, the first line of this report would have been wrong in ${count(named)} of ${count(studies)} simulated studies.`
};

export const confounder = {
  impossible: (exposure: string): string =>
    `We could not make this comparison: too little is left of ${exposure} or of the outcome within units and years.`,
  /** `unclear` is null where the estimate is unclear without any */
  strength: (exposure: string, removes: number, unclear: number | null): string =>
    `To remove the estimate, a hidden cause must explain ${percent(removes, 1)} of what remains of ${exposure} and of the outcome. ` +
    (unclear === null
      ? "The estimate is not clear as it is, so no hidden cause is needed to make it unclear."
      : `To make it unclear, it must explain ${percent(unclear, 1)}.`),
  /** the strongest cause that was measured, so many times over, and the share of the estimate that it would leave */
  beside: (cause: string, times: number, left: number): string =>
    `A cause ${times === 1 ? "as strong as" : `${inWords(times)} times as strong as`} the ${cause} would ` +
    `${left < 0 ? "more than remove the estimate" : `leave ${percent(left)} of the estimate`}. Of those that we could compare, none would leave less.`,
  title: "What would remain of the main comparison beside a hidden cause",
  subtitle: "By the share that the hidden cause explains of what remains of each, in percent",
  axes: {
    x: (exposure: string): string => `Share explained of ${exposure}`,
    y: "Share explained of the outcome",
    value: "Estimate that remains"
  },
  size: "size",
  before: (year: string): string => `last ${year}'s outcome`,
  drift: (division: string): string => `${division}'s own drift`,
  several: (cause: string, times: number): string => (times === 1 ? cause : `${cause}, ${times} times as strong`)
};

/** A number with its unit; a correlation is said as one. */
export const amount = (number: string, unit: string): string =>
  unit === "r" ? `a correlation of ${number}` : `${number} ${unit}`;

export const detectable = {
  caption: "What this study could find",
  least: "Smallest difference found in four of five studies",
  worthwhile: "Difference that matters",
  enough: "Could be found"
};

/** Comparisons where there should be no difference. */
export const placebo = {
  heading: "Where there should be no difference",
  caption: "Comparisons where there should be no difference",
  kinds: (exposure: string, study: StudyWords) => ({
    "years to come": `${exposure} of later years`,
    "before the programme": `the years before ${startCalled(study)}`,
    "negative control": "outcomes that it cannot affect"
  }),
  lead: (programme: string, kinds: readonly string[], oneSided: boolean): string =>
    `We repeated the comparison where ${programme} can have made no difference. We used ${list([...kinds])}. A comparison passes if ` +
    (oneSided
      ? "any such difference on the side of the finding is smaller than what would matter (one-sided 95\u202f% limit)"
      : "its 95\u202f% interval lies inside what would matter") +
    ". It fails if it does not pass and its 95\u202f% interval does not include zero. Otherwise it is not clear.",
  /** what is not clear reassures nobody: only a difference shown to be small does; `asLarge` of those that are not clear */
  title: ({failed, unclear, all}: Readonly<Record<"failed" | "unclear" | "all", number>>, asLarge: boolean): string => {
    if (failed > 0)
      return all === 1
        ? "The comparison where there should be no difference shows one"
        : `${count(failed)} of ${count(all)} comparisons ${failed === 1 ? "shows" : "show"} a difference where there should be none`;
    if (unclear === 0)
      return all === 1
        ? "The comparison where there should be no difference shows none that matters"
        : `None of ${count(all)} comparisons shows a difference that matters where there should be none`;
    return asLarge
      ? "Where there should be no difference, some estimates are as large as the main one, so they rule nothing out"
      : all === 1
        ? "The comparison where there should be no difference cannot exclude one that matters"
        : `${count(unclear)} of ${count(all)} comparisons cannot exclude a difference that matters where there should be none`;
  },
  subtitle: (per: string): string => `In standard deviations of each outcome, ${per}; the main comparison first`,
  /** the comparisons by their answers */
  verdicts: (passed: readonly string[], failed: readonly string[], unclear: readonly string[]): string => {
    const quoted = (names: readonly string[]): string => list(names.map((name) => `\u201c${name}\u201d`));
    return [
      passed.length > 0 ? `${quoted(passed)} ${passed.length === 1 ? "passes" : "pass"}.` : "None passes.",
      failed.length > 0 ? `${quoted(failed)} ${failed.length === 1 ? "fails" : "fail"}.` : "None fails.",
      unclear.length > 0 ? `${quoted(unclear)} ${unclear.length === 1 ? "is" : "are"} not clear.` : ""
    ]
      .filter(Boolean)
      .join(" ");
  },
  differedBefore: (study: StudyWords, unitsWithMore: string): string =>
    `So ${unitsWithMore} differed before ${startCalled(study)}. Comparisons between ${study.unit.many} include that difference; ` +
    "comparing each with itself removes it.",
  columns: {
    label: "Comparison",
    verdict: "No difference?",
    margin: "Difference that matters"
  }
};
