import {JSDOM} from "jsdom";
import {expect, it, vi} from "vitest";
import {ledger} from "../../src/explore/ledger.js";
import {ledgerPart} from "../../src/explore/ledgerPart.js";

it("ledgerPart(ledger) says what is expected until it is forgotten, and lists all that was: only the last used to be read", () => {
  const {document, Event} = new JSDOM("").window;
  vi.stubGlobal("Event", Event);
  const made = ledger("A study", {store: null, now: () => "2026-11-30T13:22:05Z"});
  const part = ledgerPart(made, document);
  document.body.append(part);
  const state = (text: string): void => {
    part.querySelector<HTMLInputElement>("form input")!.value = text;
    part.querySelector<HTMLButtonElement>("form button")!.click();
  };
  const said = (): string => part.querySelector("form + [role=status]")!.textContent;
  state("Margin rises");
  expect(said()).toBe("Stated 2026-11-30 13:22 UTC, after no comparison: Margin rises");
  made.record([{key: "a", label: "margin ~ participation", p: 0.2, planned: false}]);
  state("Trust <b>falls</b>");
  expect(said()).toBe("Stated 2026-11-30 13:22 UTC, after one comparison: Trust <b>falls</b>");
  part.querySelector("details")!.open = true;
  document.dispatchEvent(new Event("longview-ledger"));
  expect(Array.from(part.querySelectorAll("details li"), ({textContent}) => textContent)).toHaveLength(2);
  [...part.querySelectorAll("button")].find(({textContent}) => textContent === "Forget the list")!.click();
  expect(said()).toBe("");
});
