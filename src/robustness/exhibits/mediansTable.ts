import {dataTable} from "../../components/parts/dataTable.js";
import {htmlMark, type Mark} from "../../components/parts/mark.js";
import {capital, decimal, percent} from "../../evidence/format.js";
import type {Specifications} from "../../evidence/robustness/specifications.js";
import type {RobustnessInput} from "../robustnessInput.js";
import {curve as words} from "../words.en.js";
import {choiceName} from "./choiceName.js";
import {chosenAmong} from "./curveFigure.js";

/** What each choice does, within units and between them. */
export function mediansTable({within, across, choices}: Specifications, {document, context}: RobustnessInput): Mark {
  const {unit} = context;
  const differing = new Set(chosenAmong(within, choices));
  const rows = within.medians.flatMap(({choice, option, median, positive}) => {
    if (!differing.has(choice)) return [];
    const other = across.medians.find((one) => one.choice === choice && one.option === option);
    return {
      choice: `${capital(choice)}: ${choiceName(choice, option, context)}`,
      within: decimal(median, 2),
      positive: percent(positive),
      across: other ? decimal(other.median, 2) : ""
    };
  });
  const columns = [
    {name: "choice", label: "Choice"},
    {name: "within", label: `Median, each ${unit.one} with itself`},
    {name: "positive", label: "Share above zero"},
    {name: "across", label: `Median, between ${unit.many}`}
  ];
  return htmlMark(dataTable(rows, columns, {caption: words.medians, document}));
}
