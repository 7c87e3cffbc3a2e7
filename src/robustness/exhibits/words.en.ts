/** What simulated studies are said to show: plain data in, text out. */
import type {WorldKind} from "../../worlds/world.js";
import {count, inWords, list, percent} from "../../words/en/numbers.js";

interface Share {
  readonly of: number;
  readonly some: number;
}

const sharing = ({some, of}: Share): string => `${count(some)} of ${count(of)}`;

export const kinds: Readonly<Record<WorldKind, string>> = {
  truth: "it works",
  pure: "it does nothing and chance decides who takes part",
  selection: "it does nothing and the better take part",
  trends: "it does nothing and those that have long been improving take part",
  shocks: "it does nothing and those that are about to improve take part"
};

export const takers = {pure: "taking part by chance", selection: "the better take part"};

export const lenses = {naive: "Simple", primary: "Main"};

export const heading = "How often would chance do this?";

/** What was simulated: how many studies of each kind, and which questions are not asked of them. */
export function simulated(
  programme: string,
  made: Readonly<Record<WorldKind, number>>,
  {notAsked, failed}: {readonly notAsked: readonly string[]; readonly failed: number}
): string {
  const of = (kind: WorldKind): string => count(made[kind]);
  return (
    `We simulated studies of this one's size and shape, and analysed each as we did this one, from raw tables to titles. ` +
    `In ${of("pure")} of them ${programme} does nothing and chance decides who takes part. In ${of("selection")} it does nothing and the better ` +
    `take part. In ${of("trends")} it does nothing and those that have long been improving take part, and in ${of("shocks")} those that are ` +
    `about to improve. In ${of("truth")} it works to a known extent. Any finding in the first kind is chance, and in the others without ` +
    `effect chance or selection. We leave out ${list([...notAsked])}: in every simulated study the lines ` +
    `mix and modules on reflection are liked, whatever ${programme} does.` +
    (failed === 0 ? "" : ` In ${count(failed)} the computation gave up; they are left out.`)
  );
}

type AtOnce = Readonly<Record<"pure" | "selection" | "truth", Share>>;

/** How often the article's findings would have come out as good news together. */
export function atOnce(
  {asked, number}: {readonly asked: readonly string[]; readonly number: number},
  {simple, main}: {readonly simple: AtOnce; readonly main: AtOnce}
): string {
  const all = asked.length === number;
  return (
    `How often would ${all ? `all ${inWords(number)}` : `${inWords(asked.length)} of the ${inWords(number)}`} findings of the article ` +
    (all ? "" : `(${list([...asked])}) `) +
    "have come out as good news at once? Where chance decides who takes part, in " +
    `${sharing(simple.pure)} studies by the simple comparisons and in ${sharing(main.pure)} by the main ones. Where the better take part, in ` +
    `${sharing(simple.selection)} and ${sharing(main.selection)}. Where the programme works, in ${sharing(simple.truth)} and ${sharing(main.truth)}.`
  );
}

export const strength = {
  caption: "Simulated studies with a result as large as ours",
  finding: "Question and comparison",
  ours: "This study",
  pure: "As large by chance alone",
  selection: "By chance and selection"
};

export const drawn = {
  group: (lens: keyof typeof lenses, kind: keyof typeof takers): string => `${lenses[lens]}, ${takers[kind]}`,
  beside: (estimate: string, as: Share): string => `${estimate}; ${sharing(as)} as large`,
  far: "As large as in this study",
  subtitle: (programme: string): string => `Estimates in simulated studies in which ${programme} does nothing`,
  source: "simulated studies",
  /** nothing to compare with where our own comparison could not be made */
  title: (finding: string, as: Share | null, alwaysThere: boolean): string =>
    as === null
      ? `${finding}: results of simulated studies`
      : `${finding}: ${sharing(as)} simulated studies without effect but with selection gave a result as large${alwaysThere ? ", where it is as true as here" : ""}`
};

export const claims = {
  heading: "How often would each be claimed?",
  lead: (nominal: number): string =>
    `How often these rules name a gain or loss. Where there is nothing to find, tests at ${percent(nominal)} find something by ` +
    "chance alone. Chance alone would exceed the number under \u201cAt most by chance\u201d only one time in a hundred.",
  where: (kind: WorldKind, programme: string): string => `Where ${kinds[kind].replace(/^it/, programme)}`,
  caption: (kind: WorldKind): string => `Claims where ${kinds[kind]}`,
  columns: {
    claim: "Claim",
    claims: "Studies that make it",
    power: "Power for the true difference",
    bound: "At most by chance",
    inside: "No more than that"
  },
  verdicts: {inside: "Yes", beyond: "No", there: "There to find", selected: "Made by selection"}
};
