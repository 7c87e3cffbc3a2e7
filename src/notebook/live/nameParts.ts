/** Names, for who listens to the page, what a cell shows: its tables by the cell's place, sliders by their label. */
export function nameParts(output: HTMLElement, place: number): void {
  for (const [i, table] of output.querySelectorAll(".cell-table > .table-scroll").entries())
    table.setAttribute("aria-label", `Table ${i === 0 ? "" : `${i + 1} `}of cell ${place}`);
  for (const slider of output.querySelectorAll('form input[type="range"]'))
    slider.setAttribute(
      "aria-label",
      slider.closest("form")?.querySelector("label")?.textContent || `Slider of cell ${place}`
    );
}
