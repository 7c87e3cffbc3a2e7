import {say} from "../../words/say.js";

export interface TableCsvOptions {
  title?: string;
  notes?: readonly string[];
}

/**
 * A figure's table as CSV, exact values in full, below a block of lines that says what it is. A text that a spreadsheet
 * would run as a formula is made harmless by an apostrophe.
 */
export function tableCsv(table: HTMLTableElement, {title = "", notes = []}: TableCsvOptions = {}): string {
  const readme = [
    title,
    ...notes,
    ...Array.from(table.querySelectorAll<HTMLElement>("thead th"), ({dataset, textContent}) =>
      dataset.name === undefined || dataset.name === textContent
        ? ""
        : `${dataset.name}: ${textContent}${dataset.share === undefined ? "" : `, ${say("as a share of 1")}`}`
    ),
    say("Empty is missing; words in a column of numbers are the rule by which it is withheld.")
  ];
  const heads = Array.from(table.querySelectorAll<HTMLElement>("thead th"), (head) =>
    quoteText(head.dataset.name ?? head.textContent)
  );
  const rows = Array.from(table.querySelectorAll("tbody tr:not([hidden])"), (row) =>
    Array.from(row.querySelectorAll<HTMLElement>("th, td"), (cell) =>
      cell.classList.contains("missing") ? "" : (cell.dataset.value ?? quoteText(cell.textContent))
    )
  );
  const lines = readme.filter((line) => line !== "").map((line) => `# ${line.replace(/\s+/g, " ").trim()}`);
  return [...lines, ...[heads, ...rows].map((cells) => cells.join(","))].join("\r\n").concat("\r\n");
}

function quoteText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
