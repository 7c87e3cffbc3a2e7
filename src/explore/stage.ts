/** in milliseconds: what is found within them takes the place of what was there, without a word between the two */
const patience = 80;

/** The place of a view. What is there stays for a moment while the next is worked out, and the height until it is there. */
export interface Stage {
  /** before the page changes, when the height is known without laying it out */
  hold(): void;
  show(next: HTMLElement): void;
}

export function stage(place: HTMLElement): Stage {
  let leave: (() => void) | null = null;
  return {
    hold() {
      place.style.minHeight = `${place.clientHeight}px`;
    },
    show(next) {
      leave?.();
      place.setAttribute("aria-busy", "true");
      const put = (): void => {
        if (next.parentNode !== place) place.replaceChildren(next);
      };
      const timer = place.childElementCount > 0 && isBlank(next) ? setTimeout(put, patience) : null;
      const follow = (): void => {
        if (timer === null || !isBlank(next)) put();
        if (next.querySelector(".explore-waiting")) return;
        leave?.();
        place.removeAttribute("aria-busy");
        place.style.minHeight = "";
      };
      const watch = new place.ownerDocument.defaultView!.MutationObserver(follow);
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
