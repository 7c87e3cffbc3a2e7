const personal = [
  /\b(first|last|given|family|full|fore|sur|middle|maiden)[ _-]?names?\b/i,
  /\be-?mails?\b|\b(tele)?phone\b|\bmobile\b|\b(home|postal|street|ip)[ _-]?address\b|\bpost ?code\b|\bzip ?code\b/i,
  /\b(date of birth|birth ?(day|date)|dob)\b|\b(national insurance|social security|passport)\b/i,
  /\b(comments?|remarks?|free[ _-]?text|verbatim)\b/i,
  /氏名|姓名|メール|電話|住所|生年月日|自由記述|コメント/,
  /^((vor|nach|familien|zu|geburts)name|geburts(datum|tag)|anschrift|adresse|stra(ß|ss)e|plz|telefon|handy|bemerkung(en)?|kommentare?|anmerkung(en)?|freitext)$/i,
  /^(pr[ée]nom|nom( de famille)?|date de naissance|t[ée]l[ée]phone|courriel|code postal|commentaires?|remarques?)$/i,
  /^(apellidos?|nombre y apellidos?|fecha de nacimiento|tel[ée]fono|correo( electr[óo]nico)?|direcci[óo]n|comentarios?)$/i,
  /^(cognome|data di nascita|indirizzo|commenti|sobrenome|data de nascimento|endere[çc]o|coment[áa]rios?|achternaam|voornaam|geboortedatum|opmerkingen)$/i
];

/** Whether a column, by its name, has names, addresses or birthdays of persons, or what they wrote in their own words. */
const isCalledPersonal = (column: string): boolean => personal.some((pattern) => pattern.test(column.trim()));

const fewest = 20;

/**
 * Whether a column, by its name or by its values, says who a person is or what one wrote: most values are a surname, a
 * comma and a first name; or a question that most left out was answered in words.
 */
export function isPersonal(column: string, values: readonly string[] = []): boolean {
  if (isCalledPersonal(column)) return true;
  const given = values.map((value) => value.trim()).filter((value) => value !== "");
  if (given.length === 0) return false;
  const share = (pattern: RegExp): number => given.filter((value) => pattern.test(value)).length / given.length;
  if (given.length >= fewest && share(/^\p{Lu}[\p{L}'’ -]*, ?\p{Lu}[\p{L}.'’ -]*$/u) > 0.9) return true;
  const seldom = values.length >= fewest && given.length < values.length / 2;
  return seldom && /[?？]$/.test(column.trim()) && share(/\S+\s+\S+/) > 0.5;
}
