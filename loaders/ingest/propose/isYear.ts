/** Whether a column is called a year, in one of the languages of which exports are seen. */
export const isYear = (column: string): boolean =>
  /year|年|jahr|ann[ée]e|exercice|\ba[ñn]o\b|ejercicio|\banno\b|esercizio|\bano\b|jaar|\bår\b/i.test(column);
