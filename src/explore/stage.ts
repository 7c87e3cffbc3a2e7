import {keepFocus} from "./keepFocus.js";

/** in milliseconds: what is found within them takes the place of what was there, without a word between the two */
const patience = 80;

/**
 * The place of a view. What is there stays for a moment while the next is worked out; the height stays until it is there,
 * and so do the focus and what is open.
 */
export interface Stage {
  /** before the page changes, when heights are known without laying it out */
  hold(): void;
  show(next: HTMLElement): void;
}

export function stage(place: HTMLElement): Stage {
  const {ownerDocument: document} = place;
  let leave: (() => void) | null = null;
  let said = 0;
  // for a moment, while what had the focus is made anew
  place.tabIndex = -1;
  return {
    hold() {
      place.style.minHeight = `${place.clientHeight}px`;
      said = saidIn(place)?.clientHeight ?? 0;
    },
    show(next) {
      leave?.();
      place.setAttribute("aria-busy", "true");
      const held = place.contains(document.activeElement);
      const restore = keepFocus(place);
      const put = (): void => {
        if (next.parentNode === place) return;
        const within = place.contains(document.activeElement);
        place.replaceChildren(next);
        if (within) place.focus({preventScroll: true});
      };
      const timer = place.childElementCount > 0 && isBlank(next) ? setTimeout(put, patience) : null;
      const follow = (): void => {
        if (timer === null || !isBlank(next)) put();
        // not where a reader has gone elsewhere meanwhile
        if (!held || document.activeElement === place) restore();
        keepSaid(next, said);
        if (next.querySelector(".explore-waiting")) return;
        leave?.();
        place.removeAttribute("aria-busy");
        place.style.minHeight = "";
      };
      const watch = new document.defaultView!.MutationObserver(follow);
      watch.observe(next, {childList: true, subtree: true});
      leave = () => {
        watch.disconnect();
        if (timer !== null) clearTimeout(timer);
      };
      follow();
    }
  };
}

/** Whether there is nothing to see yet but that it waits. */
function isBlank(next: HTMLElement): boolean {
  return next.childElementCount === 1 && next.firstElementChild!.classList.contains("explore-waiting");
}

const saidIn = (within: HTMLElement): HTMLElement | null => within.querySelector<HTMLElement>(".explore-said");

/** What is said of a comparison keeps its height until it is known, so that the figure below it stays where it is. */
function keepSaid(next: HTMLElement, height: number): void {
  const part = saidIn(next);
  if (!part) return;
  part.style.minHeight = height > 0 && part.querySelector(".explore-waiting") ? `${height}px` : "";
}
