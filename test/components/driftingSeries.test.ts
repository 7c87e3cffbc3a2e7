import {JSDOM} from "jsdom";
import {expect, it, vi} from "vitest";
import {driftFigure} from "../../src/components/figures/driftFigure.js";
import {driftingSeries} from "../../src/components/parts/driftingSeries.js";
import {element} from "../../src/components/parts/element.js";

const drifting = {x: [0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.52, 0.6, 0.65], y: [20, 22, 24, 16, 23, 26, 27, 31, 32]};

function page(): Document {
  const {document} = new JSDOM("<main></main>").window;
  const figure = driftFigure(drifting, {id: "drift", source: "invented", document});
  document.body.append(element(document, "div", {"data-drifting": JSON.stringify(drifting)}, figure));
  driftingSeries(document);
  return document;
}

it("driftingSeries() draws again with another seed, in the figure's place, the same for every reader", async () => {
  const [document, other] = [page(), page()];
  const note = (of: Document): string => of.querySelector("#drift .figure-note")?.textContent ?? "";
  expect(note(document)).toContain("Seed 1.");
  for (const of of [document, other]) of.querySelector("button:not([data-action])")?.dispatchEvent(click(of));
  for (const of of [document, other]) await vi.waitFor(() => expect(note(of)).toContain("Seed 2."));
  expect(document.querySelectorAll("figure")).toHaveLength(1);
  expect(document.querySelector("[role=status]")?.textContent).toBe(
    document.querySelector("#drift .figure-title")?.textContent
  );
  expect(document.querySelector("#drift svg")?.outerHTML).toBe(other.querySelector("#drift svg")?.outerHTML);
  expect(document.querySelector("#drift .figure-source")?.textContent).toBe("Source: invented.");
});

it("driftingSeries() takes the other kind of drift, and leaves a page without series alone", async () => {
  const document = page();
  const drawn = document.querySelector("#drift svg")?.outerHTML;
  const select = document.querySelector("select");
  if (select) select.value = "trend";
  select?.dispatchEvent(new (document.defaultView ?? globalThis).Event("change"));
  await vi.waitFor(() => expect(document.querySelector("#drift svg")?.outerHTML).not.toBe(drawn));
  const {document: empty} = new JSDOM("<main></main>").window;
  driftingSeries(empty);
  expect(empty.body.innerHTML).toBe("<main></main>");
});

function click(document: Document): Event {
  return new (document.defaultView ?? globalThis).Event("click");
}
