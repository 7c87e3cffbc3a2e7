/** Remembers which control has the focus and which details are open, and gives both back once all is made anew. */
export function keepFocus(place: HTMLElement): () => void {
  const active = place.ownerDocument.activeElement as HTMLElement | null;
  const held = active && active !== place && place.contains(active) ? nameOf(active) : null;
  const isTab = active?.getAttribute("role") === "tab";
  const open = new Set(Array.from(place.querySelectorAll<HTMLElement>("details[open]"), partOf));
  return () => {
    for (const details of place.querySelectorAll("details")) {
      if (!open.delete(partOf(details))) continue;
      details.open = true;
      details.dispatchEvent(new (place.ownerDocument.defaultView as unknown as typeof globalThis).Event("fill"));
    }
    if (held === null) return;
    const found = isTab
      ? place.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
      : Array.from(place.querySelectorAll<HTMLElement>("button, input, select, summary")).find(
          (one) => nameOf(one) === held
        );
    // what was kept has it still
    if (found !== place.ownerDocument.activeElement) found?.focus({preventScroll: true});
  };
}

/** Details by their kind and the figure that they are of. */
function partOf(details: HTMLElement): string {
  return `${details.closest("[id]")?.id ?? ""} ${details.className}`;
}

function nameOf(control: HTMLElement): string {
  const label = control.closest("label");
  const words = label && control.tagName === "SELECT" ? label.firstChild?.textContent : label?.textContent;
  return `${control.tagName} ${words ?? control.getAttribute("aria-label") ?? control.textContent}`;
}
