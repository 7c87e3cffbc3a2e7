import type {Claim} from "../components/parts/claimCard.js";
import {claimCard} from "../components/parts/claimCard.js";
import {element} from "../components/parts/element.js";
import {forest} from "../components/figures/forest.js";
import type {Evidence} from "../evidence/finding.js";
import type {Mark} from "../components/parts/mark.js";
import {drawSpecimen, type Specimen, type State, states} from "./specimen.js";
import {specimens} from "./specimens.js";

const words: Readonly<Record<Exclude<State, "normal">, string>> = {
  few: "few data",
  withheld: "some withheld, some missing",
  empty: "empty",
  japanese: "long Japanese names",
  error: "wrong columns"
};

/** Every kind of figure for the style page, in each of its states. */
export function styleMarks({document}: {document: Document}): Record<string, Mark> {
  return {
    "style.claims": {html: claims(document)},
    "style.specimens": {html: specimens.map((specimen) => section(specimen, document).outerHTML).join("\n")}
  };
}

/** The claim card as the report has it: with an estimate and its small figure, and without either. */
function claims(document: Document): string {
  const evidence = (label: string, naive: boolean, estimate: number, half: number): Evidence => ({
    label,
    naive,
    estimate,
    low: estimate - half,
    high: estimate + half,
    unit: "points",
    df: 62,
    p: null,
    n: 63,
    rows: "department-years",
    note: "invented"
  });
  const [pooled, within] = [
    evidence("All departments pooled", true, 0.46, 0.12),
    evidence("Each with itself", false, 0.14, 0.19)
  ];
  const finding: Claim = {
    id: "engagement",
    question: "Did engagement rise with participation?",
    title: "Departments with more participation scored higher. Whether scores rose as participation rose is not clear",
    sentence: "The average was 0.14 points higher for every 10 points more of its managers taking part.",
    comparison: "Each department compared with itself in other years, and with others in that year.",
    claim: "difference",
    candidacy: null,
    worthwhile: 0.1,
    level: 3,
    certainty: "low",
    reached: {certainty: "low", ceiling: "low", lowered: [], answered: 6, of: 8},
    primary: within,
    alternative: "A department in good spirits may both score higher and find time for peer coaching."
  };
  const small = forest([pooled, within], {id: "style-claim-small", width: [560, 288], document});
  return [
    claimCard(finding, {figure: small, document}),
    claimCard(
      {
        ...finding,
        id: "sessions",
        question: "Which sessions were valued most?",
        title: "Too few ratings are shown for an estimate",
        primary: null,
        level: 1,
        certainty: "very low"
      },
      {document}
    )
  ]
    .map(({outerHTML}) => outerHTML)
    .join("\n");
}

function section(specimen: Specimen, document: Document): HTMLElement {
  const {kind, name, title} = specimen;
  const own = {
    source: "rows invented for this page",
    asOf: "31 March 2022",
    subtitle: "Invented rows, fiscal 2013 to 2021",
    document
  };
  const others = states.flatMap((state) => {
    if (state === "normal") return [];
    const options = {
      document,
      title: `${name}: ${words[state]}`,
      width: 288,
      id: `style-${kind}-${state}`
    };
    const drawn = drawSpecimen(specimen, state, options);
    return drawn ? [drawn] : [];
  });
  return element(
    document,
    "section",
    {},
    element(document, "h2", {id: kind}, name),
    drawSpecimen(specimen, "normal", {...own, title, width: [680, 288], id: `style-${kind}`}),
    element(document, "div", {class: "specimens"}, ...others)
  );
}
