import {JSDOM} from "jsdom";
import {expect, it, vi} from "vitest";
import {addTips} from "../../src/components/controls/addTips.js";

it("addTips(plot) listens to the page only while there is a tip: a page used to hold every drawing that it ever had", () => {
  const {window} = new JSDOM(
    `<div class="figure-plot"><svg><g><circle r="3"><title>Here</title></circle></g></svg></div>`
  );
  const {document} = window;
  const [adds, removes] = [vi.spyOn(document, "addEventListener"), vi.spyOn(document, "removeEventListener")];
  const plot = document.querySelector<HTMLElement>(".figure-plot")!;
  addTips(plot, () => undefined);
  expect(adds).not.toHaveBeenCalled();
  const press = (target: EventTarget, key: string) =>
    target.dispatchEvent(new window.KeyboardEvent("keydown", {key, bubbles: true}));
  press(plot, "ArrowRight");
  const tip = document.querySelector<HTMLElement>(".figure-tip")!;
  expect([tip.hidden, adds.mock.calls.length]).toEqual([false, 1]);
  press(document, "Escape");
  expect([tip.hidden, removes.mock.calls.length]).toEqual([true, 1]);
});
