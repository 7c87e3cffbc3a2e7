/** Remembers which control has the focus and which details are open, and gives both back once all is made anew. */
export function keepFocus(place: HTMLElement): () => void {
  const active = place.ownerDocument.activeElement;
  const held = active instanceof HTMLElement && place.contains(active) ? nameOf(active) : null;
  const isTab = active?.getAttribute("role") === "tab";
  const open = new Set(Array.from(place.querySelectorAll("details[open]"), ({className}) => className));
  return () => {
    for (const details of place.querySelectorAll("details")) {
      if (!open.has(details.className)) continue;
      details.open = true;
      details.dispatchEvent(new Event("fill"));
    }
    if (held === null) return;
    const found = isTab
      ? place.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
      : Array.from(place.querySelectorAll<HTMLElement>("button, input, select, summary")).find(
          (one) => nameOf(one) === held
        );
    found?.focus({preventScroll: true});
  };
}

function nameOf(control: HTMLElement): string {
  const label = control.closest("label");
  const words = label && control.tagName === "SELECT" ? label.firstChild?.textContent : label?.textContent;
  return `${control.tagName} ${words ?? control.getAttribute("aria-label") ?? control.textContent}`;
}
