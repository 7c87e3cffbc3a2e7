import type {DriftKind} from "../../evidence/series/unrelatedSeries.js";
import type {Drifting} from "../figures/driftFigure.js";
import {element} from "./element.js";
import {enhanceFigures} from "../controls/enhanceFigures.js";
import {say} from "../../words/say.js";

/**
 * Lets a reader draw again: finds what the build drew, adds controls below it, and puts each new drawing in its place. The
 * nth drawing is the same for every reader.
 */
export function driftingSeries(document: Document = globalThis.document): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-drifting]")) {
    const series = JSON.parse(place.dataset.drifting ?? "{}") as Drifting;
    let seed = 1;
    const kind = element(
      document,
      "select",
      {name: "kind"},
      element(document, "option", {value: "walk"}, say("each year adds to the last")),
      element(document, "option", {value: "trend"}, say("noise about a straight line"))
    );
    const again = element(document, "button", {type: "button"}, say("Simulate again"));
    const said = element(document, "p", {class: "visually-hidden", role: "status"});
    const draw = async (): Promise<void> => {
      const asked = [kind.value, seed].join();
      // a page that is only read does not load what draws
      const {driftFigure} = await import("../figures/driftFigure.js");
      if (asked !== [kind.value, seed].join()) return;
      const old = place.querySelector<HTMLElement>("figure");
      const width = Math.max(280, Math.min(680, place.clientWidth));
      const source = old?.querySelector(".figure-source")?.textContent.replace(/^(Source: |出典：)|[.。]$/g, "");
      const drawn = driftFigure(series, {kind: kind.value as DriftKind, seed, id: old?.id, source, width, document});
      old?.replaceWith(drawn);
      enhanceFigures(place);
      said.textContent = drawn.querySelector(".figure-title")?.textContent ?? "";
    };
    again.addEventListener("click", () => {
      seed += 1;
      void draw();
    });
    kind.addEventListener("change", () => void draw());
    place.append(
      element(
        document,
        "div",
        {class: "controls"},
        element(document, "label", {}, say("They drift so that "), kind),
        again
      ),
      said
    );
  }
}
