import {element} from "../../components/parts/element.js";
import {capital} from "../../evidence/format.js";
import {byNumber} from "../../released/byNumber.js";
import type {ExplorerContext} from "../context.js";
import {distinctOf, namesOf} from "../grain.js";
import {inOrder} from "../inOrder.js";

/** Which lines are in, and what is adjusted for: boxes to tick. */
export function ticks({document, grain, comparison, change}: ExplorerContext): HTMLElement[] {
  const tick = (name: string, label: string, on: boolean, set: (on: boolean) => void): HTMLElement => {
    const box = element(document, "input", {type: "checkbox", checked: on, value: name});
    box.addEventListener("change", () => set(box.checked));
    return element(document, "label", {}, box, label);
  };
  const lines = grain.line === null ? [] : distinctOf(grain, grain.line).toSorted(byNumber);
  const inLines = comparison.lines.length === 0 ? lines : comparison.lines;
  const setLine = (name: string, on: boolean): void => {
    const next = lines.filter((line) => (line === name ? on : inLines.includes(line)));
    change({lines: next.length === lines.length ? [] : next});
  };
  const candidates = grain.measures.filter(({name}) => name !== comparison.exposure && name !== comparison.outcome);
  const setControl = (name: string, on: boolean): void =>
    change({
      controls: on
        ? inOrder([...comparison.controls, name], namesOf(grain))
        : comparison.controls.filter((one) => one !== name)
    });
  return [
    ...(lines.length < 2
      ? []
      : [
          element(
            document,
            "fieldset",
            {class: "explore-ticks"},
            element(document, "legend", {}, capital(grain.lineWords.many)),
            ...lines.map((name) => tick(name, name, inLines.includes(name), (on) => setLine(name, on)))
          )
        ]),
    element(
      document,
      "fieldset",
      {class: "explore-ticks"},
      element(document, "legend", {}, "Adjusted for"),
      ...candidates.map(({name, label}) =>
        tick(name, capital(label), comparison.controls.includes(name), (on) => setControl(name, on))
      )
    )
  ];
}
