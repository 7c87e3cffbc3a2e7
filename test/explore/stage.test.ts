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

it("show(next) gives the focus back to the control that a change has made anew: it used to be lost to the page", async () => {
  const field = () => element(document, "input", {type: "number", "aria-label": "margin, from"});
  const first = element(document, "div", {}, field());
  on.show(first);
  first.querySelector("input")!.focus();
  const next = waiting();
  on.show(next);
  await vi.advanceTimersByTimeAsync(100);
  expect(document.activeElement).toBe(place);
  const again = field();
  next.replaceChildren(again);
  await heard();
  expect(document.activeElement).toBe(again);
});

it("show(next) leaves the focus where a reader has gone meanwhile", async () => {
  const elsewhere = element(document, "button", {}, "Elsewhere");
  document.body.append(elsewhere);
  const first = element(document, "div", {}, element(document, "button", {}, "Show all"));
  on.show(first);
  first.querySelector("button")!.focus();
  const next = waiting();
  on.show(next);
  await vi.advanceTimersByTimeAsync(100);
  elsewhere.focus();
  next.replaceChildren(element(document, "button", {}, "Show all"));
  await heard();
  expect(document.activeElement).toBe(elsewhere);
});

it("show(next) opens again what was open, of its own figure alone", async () => {
  const parts = (open: boolean) =>
    element(
      document,
      "div",
      {},
      ...["explore-pair", "explore-lags"].map((id) =>
        element(
          document,
          "figure",
          {id},
          element(document, "details", {class: "figure-data", open: open && id === "explore-lags"})
        )
      )
    );
  on.show(parts(true));
  on.show(parts(false));
  await heard();
  expect(Array.from(place.querySelectorAll("details"), ({open}) => open)).toEqual([false, true]);
});

it("show(next) keeps the height of what is said until it is known: the figure below it used to jump", async () => {
  const said = (...words: (Node | string)[]) =>
    element(document, "div", {}, element(document, "div", {class: "explore-said"}, ...words));
  const first = said("Margin was higher.");
  on.show(first);
  Object.defineProperty(first.firstElementChild, "clientHeight", {value: 280});
  on.hold();
  const next = said(element(document, "p", {class: "explore-waiting"}, "Working it out …"));
  on.show(next);
  const part = next.firstElementChild as HTMLElement;
  expect(part.style.minHeight).toBe("280px");
  part.replaceChildren("Profit was higher.");
  await heard();
  expect(part.style.minHeight).toBe("");
});
