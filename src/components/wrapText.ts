import {textWidth} from "./textWidth.js";

export interface WrapTextOptions {
  size?: number;
  /** lines beyond these are cut, the last one ending in an ellipsis */
  lines?: number;
}

/** Lines no wider than the width: broken at spaces, or between any two characters where the script has none. */
export function wrapText(text: string, width: number, {size = 12, lines = 2}: WrapTextOptions = {}): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? [];
  const wrapped: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && textWidth(line + piece.trimEnd(), {size}) > width) {
      wrapped.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== "") wrapped.push(line.trimEnd());
  const kept = wrapped.slice(0, lines).map((full) => cut(full, width, size));
  if (wrapped.length <= lines) return kept;
  return [...kept.slice(0, -1), cut(`${kept.at(-1) ?? ""}…`, width, size)];
}

function cut(line: string, width: number, size: number): string {
  if (textWidth(line, {size}) <= width) return line;
  const characters = Array.from(line.replace(/…$/, ""));
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, {size}) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
