/**
 * The words by which a column is known to name persons, in the languages of which exports are seen. Columns are compared
 * with them as `wordsOf` writes them.
 */
export const personWords = {
  /** what a person is called, in the singular */
  kinds: [
    "employee|empl?|staff|manager|mgr|person|people|respondent|pupil|student|patient|learner|trainee|user|participant",
    "attendee|member|worker|associate|teacher|nurse|coach",
    "mitarbeiter(in)?|teilnehmer(in)?|personal|schüler(in)?|salarié|employé|élève|empleado|trabajador|alumno",
    "dipendente|funcionário|medewerker|社員|従業員|職員|受講者?|生徒|児童|学生|参加者|回答者"
  ].join("|"),
  /** what follows, where the column has their keys */
  suffixes:
    "ids?|no|nr|num|number|code|key|ref|uuid|guid|name|login|e ?mail|nummer|kennung|num[ée]ro|番号|コード|id|名|識別子",
  /** what a key of persons is called by itself */
  keys: "matricule|matr[íi]cula|(nº|n°|no|num|n[úu]mero|c[óo]digo) (de )?(empleado|trabajador|personal|funcion[áa]rio)s?|matrikelnummer|(user|login|screen) ?names?|upn|ssn|nhs (no|number)",
  /** columns of names, addresses and birthdays */
  identity: [
    /\b(first|last|given|family|full|fore|sur|middle|maiden) ?names?\b/,
    /\be ?mails?\b|\b(tele)?phone\b|\bmobile\b|\b(home|postal|street|ip) ?address\b|\bpost ?code\b|\bzip ?code\b/,
    /\b(date of birth|birth ?(day|date)|dob)\b|\b(national insurance|social security|passport)\b/,
    /氏名|姓名|メール|電話|住所|生年月日/,
    /^((vor|nach|familien|zu|geburts)name|geburts(datum|tag)|anschrift|adresse|stra(ß|ss)e|plz|telefon|handy)$/,
    /^(pr[ée]nom|nom( de famille)?|date de naissance|t[ée]l[ée]phone|courriel|code postal)$/,
    /^(apellidos?|nombre y apellidos?|fecha de nacimiento|tel[ée]fono|correo( electr[óo]nico)?|direcci[óo]n)$/,
    /^(cognome|data di nascita|indirizzo|sobrenome|data de nascimento|endere[çc]o|achternaam|voornaam|geboortedatum)$/
  ],
  /** columns of what persons wrote in their own words */
  freeText: [
    /\b(comments?|remarks?|free ?text|verbatim)\b/,
    /自由記述|コメント/,
    /^(bemerkung(en)?|kommentare?|anmerkung(en)?|freitext|commentaires?|remarques?|comentarios?|commenti|coment[áa]rios?|opmerkingen)$/
  ]
} as const;
