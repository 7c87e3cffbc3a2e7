/** The languages that a site can be in, and the one in force: chosen once, before anything is said. */
export const languages = ["en"] as const;

export type Language = (typeof languages)[number];

/** In a browser the page says it, by its lang attribute; to a worker, which has no page, its name does. */
interface Place {
  readonly document?: {readonly documentElement?: {readonly lang?: string} | null};
  readonly name?: unknown;
}

const languageHere = ({document, name}: Place): Language => {
  const said = document?.documentElement?.lang ?? name;
  return languages.find((one) => one === said) ?? "en";
};

let inForce = languageHere(globalThis as Place);

export const language = (): Language => inForce;

/** Chooses the language of everything that is said from now on. */
export function speak(chosen: Language): void {
  inForce = chosen;
}
