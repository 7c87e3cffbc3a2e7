/**
 * The address of what is shown, as an entry of the browser's history: once the page is painted, since to tell the browser takes
 * as long as an estimate. Whoever leaves or changes something else before that has the entry too; whoever has gone back has left
 * what it was of.
 */
export interface KeptAddress {
  /** @param address  from the question mark on */
  push(address: string): void;
}

export function keepAddress(view: Window | null): KeptAddress {
  let waiting: string | null = null;
  const settle = (): void => {
    if (waiting === null) return;
    const address = waiting;
    waiting = null;
    view?.history.pushState(null, "", address);
  };
  for (const event of ["pagehide", "visibilitychange", "pointerdown", "keydown"])
    view?.addEventListener(event, settle, {capture: true});
  view?.addEventListener("popstate", () => (waiting = null), {capture: true});
  return {
    push(address) {
      settle();
      waiting = address;
      if (view?.document.visibilityState !== "visible") settle();
      else view.requestAnimationFrame(() => view.setTimeout(settle, 0));
    }
  };
}
