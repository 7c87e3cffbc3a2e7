/**
 * A bar for long work: shows how far it is, and lets the page breathe between steps.
 * @example for await (const draw of progress(1000)) total += simulate(draw)
 */
export async function* progress(
  steps: number,
  {label = "Working", show}: {label?: string; show?: (bar: HTMLElement) => unknown} = {}
): AsyncGenerator<number> {
  const bar = document.createElement("progress");
  bar.max = steps;
  bar.setAttribute("aria-label", label);
  show?.(bar);
  let breathed = performance.now();
  for (let step = 0; step < steps; step++) {
    yield step;
    bar.value = step + 1;
    if (performance.now() - breathed < 50) continue;
    await new Promise((resolve) => setTimeout(resolve));
    breathed = performance.now();
  }
}
