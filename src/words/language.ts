/** The languages that a site can be in, and the one in force: chosen once, before anything is said. */
export const languages = ["en", "ja"] as const;

export type Language = (typeof languages)[number];

/** What a study's own names are in other languages: of each the text as declared, or as in its data, and the name. */
export type Names = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;

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
let names: Names = {};
let kept: StudyKept = {};

interface Named {
  readonly one: string;
  readonly many: string;
}

/** What a study is about, as far as single words of ours depend on it: what its year is, and what there was in it. */
export interface StudyKept {
  readonly fiscalYearStart?: string;
  readonly words?: {readonly [of in "year" | "division" | "person" | "unit"]?: Named};
  readonly exposure?: {readonly kind: string};
}

export const language = (): Language => inForce;

/** Chooses the language of everything that is said from now on. */
export function speak(chosen: Language): void {
  inForce = chosen;
}

/** Makes known what a study's own names are, and what it is about. */
export function nameStudy({names: known = {}, ...about}: StudyKept & {readonly names?: Names} = {}): void {
  names = known;
  kept = about;
}

export const studyKept = (): StudyKept => kept;

/** All that decides how something is said now, beside what it is said of. */
export function spokenNow(): StudyKept & {readonly language: Language; readonly names: Names} {
  const {fiscalYearStart, words, exposure} = kept;
  return {language: inForce, names, fiscalYearStart, words, exposure};
}

/** A study's own name for something, or for several in a row; as it is where the study has no other. */
export function named(text: string): string {
  const known = names[inForce];
  if (!known) return text;
  const nameOf = (one: string): string | undefined => (Object.hasOwn(known, one) ? known[one] : undefined);
  const each = text.split(/, | and /).map(nameOf);
  return nameOf(text) ?? (each.every((one) => one !== undefined) ? each.join("・") : text);
}

/** What is said in a language, whichever is in force around it. */
export function speaking<T>(chosen: Language, say: () => T): T {
  const before = inForce;
  inForce = chosen;
  try {
    return say();
  } finally {
    inForce = before;
  }
}
