import {enhanceFigures} from "../components/controls/enhanceFigures.js";
import {checkTable} from "../components/parts/checkTable.js";
import {element} from "../components/parts/element.js";
import {strengthLadder} from "../components/parts/strengthLadder.js";
import {evidenceWords} from "../evidence/evidenceWords.js";
import type {Finding} from "../evidence/finding.js";
import {surenessSentence} from "../words/card.js";
import {say} from "../words/say.js";
import {sentences} from "../words/numbers.js";

export interface Shown {
  readonly finding: Finding;
  readonly lead: Element | null;
  /** the finding as the report has it */
  readonly planned: Finding | undefined;
}

export interface PageParts {
  planned(): void;
  waiting(): void;
  refused(why: string): void;
  exploratory(shown: Shown): void;
}

/** The parts of a finding's page that follow its controls: title, sentence, main figure, how sure, checks. */
export function pageParts(form: HTMLFormElement, id: string): PageParts {
  const document = form.ownerDocument;
  const main = document.querySelector("main") ?? document.body;
  const said = form.querySelector(".answering-said") ?? form;
  const title = main.querySelector("h1");
  const places = {
    title,
    sentence: main.querySelector("h1 ~ p"),
    figure: main.querySelector(`#${id}-lead`),
    ladder: main.querySelector(".strength"),
    checks: main.querySelector(".checks")
  };
  const doubts = places.checks?.previousElementSibling ?? null;
  const original = {...places, doubts};
  const present: Partial<Record<keyof typeof original, Element | null>> = {...original};
  const put = (name: keyof typeof original, node: Element | null | undefined): void => {
    const at = present[name];
    if (!at || !node || at === node) return;
    at.replaceWith(node);
    present[name] = node;
  };
  const restore = (): void => {
    for (const [name, node] of Object.entries(original)) put(name as keyof typeof original, node);
    main.removeAttribute("data-exploratory");
  };
  const back = (): HTMLElement => {
    const link = element(document, "a", {href: document.location.pathname}, say("Back to the plan"));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.defaultView?.history.pushState(null, "", document.location.pathname);
      document.defaultView?.dispatchEvent(new PopStateEvent("popstate"));
    });
    return element(document, "p", {}, link);
  };
  const paragraph = (text: string, names = ""): HTMLElement => element(document, "p", {class: names}, text);
  return {
    planned() {
      restore();
      said.replaceChildren();
    },
    waiting: () => said.replaceChildren(paragraph(say("Working it out …"), "small")),
    refused(why) {
      restore();
      said.replaceChildren(paragraph(why, "explore-warning"), back());
    },
    exploratory({finding, lead, planned}) {
      // what matters, carried over from the plan's measures to others
      const carried = planned !== undefined && finding.worthwhile !== planned.worthwhile;
      main.setAttribute("data-exploratory", "");
      const badge = (): HTMLElement => paragraph(say("Exploratory"), "explore-badge");
      const heading = element(document, "h1", {id: original.title?.id}, finding.title);
      put("title", heading);
      put("sentence", element(document, "div", {}, badge(), paragraph(saidOf(finding))));
      const subtitle = lead?.querySelector(".figure-subtitle");
      if (subtitle) subtitle.prepend(say("Exploratory · "));
      put("figure", lead ?? element(document, "p", {class: "figure-empty"}, say("There is nothing to draw.")));
      put("ladder", strengthLadder(finding.level, finding.certainty, {document}));
      put("doubts", paragraph(surenessSentence({...finding.reached, certainty: finding.certainty})));
      put(
        "checks",
        checkTable(finding, document) ?? element(document, "p", {class: "checks"}, say("No check could be made."))
      );
      if (lead) enhanceFigures(main);
      said.replaceChildren(
        badge(),
        paragraph(finding.title, "answering-answer"),
        paragraph(saidOf(finding)),
        paragraph(besidePlan(finding, planned), "small"),
        ...(carried ? [paragraph(carriedOver(), "small")] : []),
        element(
          document,
          "p",
          {class: "small"},
          say("Compared here: "),
          element(document, "code", {}, finding.specification)
        ),
        back()
      );
    }
  };
}

const saidOf = ({sentence, beside = ""}: Finding): string => sentences([sentence, beside]);

const carriedOver = (): string =>
  say(
    "The plan says what difference matters for its own measures only. Here it is as large in standard deviations of the measures chosen."
  );

/** The estimate beside the plan's, and what on the page does not follow. */
function besidePlan({primary}: Finding, planned: Finding | undefined): string {
  const of = (one: Finding["primary"] | undefined): string => (one ? evidenceWords(one) : say("none"));
  return say(
    "Estimate here: {0}; by the plan: {1}. The main figure, how sure we are and the checks follow what you choose; the page's other figures stay as planned.",
    of(primary),
    of(planned?.primary)
  );
}
