const {compare} = new Intl.Collator("en", {numeric: true});

/** The order of names that count: "School 2" before "School 10". */
export function byNumber(a: string, b: string): number {
  return compare(a, b);
}
