/** A name of ours that none of a study's columns has. */
export function freeName(wanted: string, columns: Readonly<Record<string, unknown>>): string {
  return wanted in columns ? freeName(`${wanted}_`, columns) : wanted;
}
