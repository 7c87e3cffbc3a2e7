import {element} from "../../components/parts/element.js";

export type Option = readonly [value: string, label: string];

export interface Select {
  readonly node: HTMLElement;
  /** The list itself stays, and with it the focus; its choices are made anew where they are others. */
  readonly renew: (options: readonly Option[], value: string, choose: (value: string) => void) => void;
}

/** A list of choices with its words, which chooses once a reader has settled on one. */
export function select(document: Document, words: string): Select {
  const control = element(document, "select");
  let [made, shown, chosen]: [string, string, (value: string) => void] = ["", "", () => undefined];
  // what was typed before the comparison changed otherwise is chosen no longer
  settled(control, (value) => {
    if (value !== shown) chosen(value);
  });
  return {
    node: element(document, "label", {}, words, control),
    renew(options, value, choose) {
      [shown, chosen] = [value, choose];
      const asked = JSON.stringify(options);
      if (asked !== made)
        control.replaceChildren(...options.map(([name, label]) => element(document, "option", {value: name}, label)));
      made = asked;
      for (const option of control.options) {
        option.defaultSelected = option.value === value;
        if (option.defaultSelected) option.selected = true;
      }
    }
  };
}

/** One that is made anew with all that is around it. */
export function selectOf(
  document: Document,
  words: string,
  options: readonly Option[],
  value: string,
  choose: (value: string) => void
): HTMLElement {
  const {node, renew} = select(document, words);
  renew(options, value, choose);
  return node;
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
