/** Names, for who listens to the page, what a cell shows: its tables and drawings by the cell's place, sliders by their label. */
export function nameParts(output: Element, place: number): void {
  for (const [i, table] of output.querySelectorAll(".cell-table > .table-scroll").entries())
    table.setAttribute("aria-label", `Table ${i === 0 ? "" : `${i + 1} `}of cell ${place}`);
  for (const drawing of output.querySelectorAll("svg:not([role], [aria-hidden])")) {
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", `Drawing of cell ${place}`);
    for (const group of drawing.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  }
  for (const slider of output.querySelectorAll('form input[type="range"]')) {
    const label = slider.closest("form")?.querySelector("label")?.textContent;
    slider.setAttribute("aria-label", label || `Slider of cell ${place}`);
  }
}
