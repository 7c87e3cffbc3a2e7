import {JSDOM} from "jsdom";
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {element} from "../../src/components/parts/element.js";
import {stage} from "../../src/explore/stage.js";

const {document} = new JSDOM("<div id=place></div>", {pretendToBeVisual: true}).window;
const place = document.querySelector<HTMLElement>("#place")!;
const waiting = () =>
  element(document, "div", {}, element(document, "p", {class: "explore-waiting"}, "Working it out …"));
const heard = () => vi.advanceTimersByTimeAsync(0);
const on = stage(place);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("show(next) leaves what is there until a quick answer has come: the page used to go blank between two figures", async () => {
  on.show(element(document, "div", {}, "first"));
  const next = waiting();
  on.show(next);
  expect([place.textContent, place.getAttribute("aria-busy")]).toEqual(["first", "true"]);
  next.replaceChildren("second");
  await heard();
  expect([place.textContent, place.getAttribute("aria-busy"), place.style.minHeight]).toEqual(["second", null, ""]);
});

it("show(next) says that it waits where the answer takes longer, and keeps the height until it is there", async () => {
  on.hold();
  const next = waiting();
  on.show(next);
  await vi.advanceTimersByTimeAsync(100);
  expect([place.textContent, place.getAttribute("aria-busy"), place.style.minHeight]).toEqual([
    "Working it out …",
    "true",
    "0px"
  ]);
  next.replaceChildren("third");
  await heard();
  expect([place.textContent, place.getAttribute("aria-busy"), place.style.minHeight]).toEqual(["third", null, ""]);
});

it("show(next) never puts back what was left for another", async () => {
  const [left, last] = [waiting(), waiting()];
  on.show(left);
  on.show(last);
  left.replaceChildren("left");
  await vi.advanceTimersByTimeAsync(100);
  expect(place.textContent).toBe("Working it out …");
  last.replaceChildren("last");
  await heard();
  expect(place.textContent).toBe("last");
});
