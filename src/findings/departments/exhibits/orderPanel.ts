import {leadLag} from "../../../components/figures/leadLag.js";
import type {DepartmentPanel} from "../../../evidence/panel/departmentPanel.js";
import {yearsWithBoth} from "../../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../../evidence/panel/fewestYears.js";
import {permuteTrajectories} from "../permuteTrajectories.js";
import {capital, count} from "../../../evidence/format.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";

const shifts = [-3, -2, -1, 0, 1, 2, 3];

export function orderPanel(panel: DepartmentPanel, input: FindingInput): Mark {
  const {context, document} = input;
  if (yearsWithBoth(panel).length < fewestYears) return htmlMark(null);
  const found = shifts.flatMap((lag) => permuteTrajectories(panel, {lag, draws: 999}) ?? []);
  const beyond = found.filter(({r, low, high}) => r < low || r > high).map(({lag}) => lag);
  const exposure = panel.exposure.label.toLowerCase();
  const words =
    beyond.length === 0
      ? "At no shift do the two go together more than by chance"
      : beyond.every((lag) => lag === 0)
        ? `${capital(exposure)} and outcome go together in the same year, not before or after`
        : beyond.some((lag) => lag < 0)
          ? `The outcome goes with ${exposure} that comes only later: order in time does not speak for the programme`
          : `The outcome goes with ${exposure} of the same year or earlier, not with what comes later`;
  return exhibit(
    document,
    {
      heading: "Which came first?",
      text:
        `${capital(exposure)} should come before what it brings. Each bar sets the outcome against ${exposure} of earlier or ` +
        `later years, within ${context.unit.one} and year.`
    },
    found.length === 0
      ? null
      : leadLag(
          found.map(({lag, r, low, high, p}) => ({lag, r, low, high, p})),
          {
            lag: {name: "lag", label: "Years by which the outcome comes after", digits: 0},
            r: {name: "r", label: "Partial r", digits: 2},
            nullLow: {name: "low", label: "chance from", digits: 2},
            nullHigh: {name: "high", label: "chance to", digits: 2}
          },
          {
            leads: {above: `${exposure} first`, below: "outcome first"},
            ...figureOptions(input, "departments-order", words, {
              note: `The bars are ${count(found.length)} looks, of which one may leave its band by chance.`
            })
          }
        )
  );
}
