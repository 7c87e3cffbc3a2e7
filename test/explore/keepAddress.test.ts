import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {keepAddress} from "../../src/explore/keepAddress.js";

const opened = (): Window => {
  const {window} = new JSDOM("", {url: "https://example.org/explore.html", pretendToBeVisual: true});
  return window as unknown as Window;
};
const painted = (view: Window): Promise<unknown> =>
  new Promise((done) => view.requestAnimationFrame(() => view.setTimeout(() => view.setTimeout(done, 0), 0)));

it("keepAddress(view) tells the browser once the page is painted, and of each address by an entry of its own", async () => {
  const view = opened();
  const kept = keepAddress(view);
  const before = view.history.length;
  kept.push("?x=a");
  expect(view.location.search).toBe("");
  kept.push("?x=b");
  expect(view.location.search).toBe("?x=a");
  await painted(view);
  expect(view.location.search).toBe("?x=b");
  expect(view.history.length).toBe(before + 2);
  await painted(view);
  expect(view.history.length).toBe(before + 2);
});

it.each(["keydown", "pointerdown", "pagehide"])(
  "keepAddress(view) has told it before whatever follows a %s",
  (event) => {
    const view = opened();
    const kept = keepAddress(view);
    let seen: string | null = null;
    view.document.body.addEventListener(event, () => (seen = view.location.search));
    kept.push("?x=a");
    const target = event === "pagehide" ? view : view.document.body;
    target.dispatchEvent(new (view as unknown as typeof globalThis).Event(event, {bubbles: true}));
    expect(seen ?? view.location.search).toBe("?x=a");
  }
);

it("keepAddress(view) tells nothing of what was gone back from: the address would be of another comparison than the page", async () => {
  const view = opened();
  keepAddress(view).push("?x=a");
  view.dispatchEvent(new (view as unknown as typeof globalThis).Event("popstate"));
  await painted(view);
  expect(view.location.search).toBe("");
});
