/** Makes what a closed part holds once it is opened, or asked for by the event "fill"; at once where it is open. */
export function fillWhenOpened(details: HTMLDetailsElement, make: () => readonly Node[]): void {
  let filled = false;
  const fill = (): void => {
    if (filled) return;
    filled = true;
    details.append(...make());
  };
  if (details.open) return fill();
  for (const event of ["toggle", "fill"]) details.addEventListener(event, fill);
}
