import {leadLag} from "../../../components/figures/leadLag.js";
import {exposureNoun} from "../../../evidence/exposureNoun.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

export function orderPanel(input: FindingInput<DepartmentsDerived>): Mark {
  const {document} = input;
  const found = input.derived.order;
  if (!found) return htmlMark(null);
  const beyond = found.filter(({r, low, high}) => r < low || r > high).map(({lag}) => lag);
  const exposure = exposureNoun(input.plan, input.context);
  const related =
    beyond.length === 0
      ? "none"
      : beyond.every((lag) => lag === 0)
        ? "same"
        : beyond.every((lag) => lag < 0)
          ? "later"
          : beyond.some((lag) => lag < 0)
            ? "both"
            : beyond.includes(0)
              ? "earlier"
              : "before";
  return exhibit(
    document,
    {
      heading: figures.order.heading,
      text: figures.order.text(exposure)
    },
    found.length === 0
      ? null
      : leadLag(
          found.map(({lag, r, low, high, p}) => ({lag, r, low, high, p})),
          {
            lag: {name: "lag", label: figures.order.lag, digits: 0},
            r: {name: "r", label: figures.order.correlation, digits: 2},
            nullLow: {name: "low", label: say("chance from"), digits: 2},
            nullHigh: {name: "high", label: say("chance to"), digits: 2}
          },
          {
            leads: {above: figures.order.first(exposure), below: figures.order.outcomeFirst},
            ...figureOptions(input, "departments-order", figures.order.title(related, exposure), {
              note: figures.order.note(found.length)
            })
          }
        )
  );
}
