/** What is wrong with a column's name, and what to do. */
export const headerRules = {
  twice: {rule: "in the header twice", remedy: "Keep one"},
  nameless: {rule: "a column without a name", remedy: "Name it"}
} as const;

/** Columns whose name an earlier one has too, or one that looks alike: blanks about it, letters of full width. */
export function namedTwice(names: readonly string[]): readonly {readonly name: string; readonly earlier: string}[] {
  const alike = names.map((name) => name.normalize("NFKC").trim());
  return names.flatMap((name, i) => {
    const earlier = names[alike.indexOf(alike[i]!)]!;
    return alike.indexOf(alike[i]!) < i ? [{name, earlier}] : [];
  });
}
