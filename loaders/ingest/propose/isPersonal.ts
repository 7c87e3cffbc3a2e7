const personal = [
  /\b(first|last|given|family|full|fore|sur|middle|maiden)[ _-]?names?\b/i,
  /\be-?mails?\b|\b(tele)?phone\b|\bmobile\b|\b(home|postal|street|ip)[ _-]?address\b|\bpost ?code\b|\bzip ?code\b/i,
  /\b(date of birth|birth ?(day|date)|dob)\b|\b(national insurance|social security|passport)\b/i,
  /\b(comments?|remarks?|free[ _-]?text|verbatim)\b/i,
  /氏名|姓名|メール|電話|住所|生年月日|自由記述|コメント/
];

/** Whether a column, by its name, has names, addresses or birthdays of persons, or what they wrote in their own words. */
export const isPersonal = (column: string): boolean => personal.some((pattern) => pattern.test(column));
