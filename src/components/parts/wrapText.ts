import {textWidth} from "./textWidth.js";

export interface WrapTextOptions {
  size?: number;
  /** what is longer than these lines is cut in the middle of the last one */
  lines?: number;
}

/** No line of Japanese begins with what closes or lengthens, or ends with what opens. */
const closing = "、。，．・：；？！）」』】〉》〜ーぁぃぅぇぉっゃゅょァィゥェォッャュョ";
/** "(−0.06 to 0.29)" and "（0.06〜0.29）" are read at once, as are a number and the unit that a fixed space ties to it */
const range = "[（(][+\\u2212]?[\\d.,]+(?: to |〜)[+\\u2212]?[\\d.,]+[)）]";
const fixed = "\\u00a0\\u202f";
const pieces = new RegExp(
  `${range}[${closing}]*|[（「『【〈《]*[\\u2e80-\\uffef][${closing}]*|(?:[^\\s\\u2e80-\\uffef]|[${fixed}])+[${closing}]*|[^\\S${fixed}]+`,
  "gu"
);

/** Lines no wider than the width: broken at spaces, or between any two characters where the script has none. */
export function wrapText(text: string, width: number, {size = 12, lines = 2}: WrapTextOptions = {}): string[] {
  const found = text.match(pieces) ?? [];
  const wrapped: string[] = [];
  let line = "";
  for (const piece of found) {
    if (line !== "" && textWidth(line + piece.trimEnd(), {size}) > width) {
      wrapped.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== "") wrapped.push(line.trimEnd());
  if (wrapped.length <= lines) return wrapped.map((full) => cut(full, width, size));
  const rest = wrapped
    .slice(lines - 1)
    .reduce((all, more) => (/[\u2e80-\uffef]$/.test(all) ? all + more : `${all} ${more}`));
  return [...wrapped.slice(0, lines - 1), cut(rest, width, size)];
}

/** Cut in its middle, since names that begin alike often end apart. */
function cut(line: string, width: number, size: number): string {
  if (textWidth(line, {size}) <= width) return line;
  const characters = Array.from(line);
  const shortened = (kept: number): string => {
    const head = Math.ceil(kept * 0.6);
    return `${characters.slice(0, head).join("").trimEnd()}…${characters
      .slice(characters.length - kept + head)
      .join("")
      .trimStart()}`;
  };
  let kept = characters.length - 1;
  while (kept > 1 && textWidth(shortened(kept), {size}) > width) kept -= 1;
  return shortened(kept);
}
