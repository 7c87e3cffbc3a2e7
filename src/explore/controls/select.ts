import {element} from "../../components/parts/element.js";

export type Option = readonly [value: string, label: string];

/** A list of choices with its words, which chooses once a reader has settled on one. */
export function select(
  document: Document,
  words: string,
  options: readonly Option[],
  value: string,
  choose: (value: string) => void
): HTMLElement {
  const control = element(
    document,
    "select",
    {},
    ...options.map(([name, label]) => element(document, "option", {value: name, selected: name === value}, label))
  );
  settled(control, choose);
  return element(document, "label", {}, words, control);
}

/** in milliseconds: letters typed so close to one another spell one choice */
const typing = 600;

/** Chooses once a reader who types the beginning of a name has stopped, or left; at once where nothing was typed. */
function settled(control: HTMLSelectElement, choose: (value: string) => void): void {
  let typed = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    choose(control.value);
  };
  const wait = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(flush, typing);
  };
  control.addEventListener("keydown", ({key, timeStamp}) => {
    if (key.length !== 1) return;
    typed = timeStamp;
    if (waiting !== undefined) wait();
  });
  control.addEventListener("change", ({timeStamp}) => {
    if (timeStamp - typed < typing) wait();
    else choose(control.value);
  });
  control.addEventListener("blur", flush);
}
