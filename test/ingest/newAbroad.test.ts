/** Exports in other languages than English: what `new` makes of surveys, monthly accounts, days and names of persons. */
import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {isPersonal} from "../../loaders/ingest/propose/isPersonal.js";
import {proposeStudy} from "../../loaders/ingest/propose/proposeStudy.js";
import {sampleFile} from "../../loaders/ingest/propose/sampleFile.js";

async function proposed(name: string, text: string) {
  const file = join(await mkdtemp(join(tmpdir(), "longview-abroad-")), name);
  await writeFile(file, Buffer.from(text, "latin1"));
  return proposeStudy("study", [await sampleFile(file)]);
}

const clinics = ["Kiel", "Jena", "Hof", "Ulm", "Celle", "Leer", "Husum", "Bonn", "Unna"];
const answers = ["trifft nicht zu", "trifft kaum zu", "trifft eher zu", "trifft zu"];

it("new finds a survey by the answers that its columns share, with neither a known scale nor a respondent's number", async () => {
  const rows = Array.from({length: 60}, (_, i) =>
    [
      `${10 + (i % 15)}.11.2021 08:${10 + (i % 40)}`,
      clinics[i % 9],
      ...[0, 1, 2].map((q) => answers[(i + q) % 4])
    ].join(";")
  );
  const header = "Abgeschlossen am;Klinik;F1. Wir reden offen.;F2. Wir helfen uns.;F3. Ich parke gut.";
  const {sql, notes} = await proposed("umfrage.csv", [header, ...rows, ""].join("\n"));
  expect(notes[0]).toContain("a survey, wide by question");
  expect(sql.get("survey_responses")).toMatch(/FINISH: put the choices into order[^]*"Klinik" AS department_id/);
  expect(sql.get("survey_responses")).toContain("row_number() OVER (ORDER BY");
  expect(sql.get("survey_items")).toContain("'Wir reden offen.'");
});

it("new takes a scale of four points for one, whose middle nobody can give", async () => {
  const points = ["Pas du tout d'accord", "Plutôt pas d'accord", "Plutôt d'accord", "Tout à fait d'accord"];
  const rows = Array.from({length: 40}, (_, i) =>
    [`2021/10/${10 + (i % 15)} 9:${10 + i}:00`, clinics[i % 9], ...[0, 1, 2].map((q) => points[(i + q) % 4])].join(",")
  );
  const {sql} = await proposed("enquete.csv", ["Horodateur,Agence,Aide,Équipe,Cantine", ...rows, ""].join("\n"));
  expect(sql.get("survey_responses")).toContain("('Tout à fait d''accord', 4)");
  expect(sql.get("survey_items")).toContain("'Cantine', 1, 1, 4, false, false");
});

it("new adds up accounts with a column a month, and makes columns of the measures", async () => {
  const months = ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];
  const rows = clinics.flatMap((clinic, i) =>
    ["Umsatz", "Ergebnis"].map((kind) =>
      [`K${i + 100}`, clinic, 2021, kind, ...months.map((_, m) => `${m}.250,50`)].join(";")
    )
  );
  const text = [
    "Controlling;;",
    ["Klinik-Nr.", "Bezeichnung", "Jahr", "Kennzahl", ...months].join(";"),
    ...rows,
    ""
  ].join("\n");
  const {sql, notes, description} = await proposed("ergebnis.csv", text);
  expect(notes[0]).toContain("accounts by month");
  expect(sql.get("department_years")).toMatch(/"Jan" \+ .* \+ "Dez" AS amount/);
  expect(sql.get("department_years")).toContain(`FILTER ("Kennzahl" = 'Umsatz') AS revenue`);
  expect(sql.get("departments")).toContain('"Klinik-Nr." AS department_id, "Bezeichnung" AS name');
  expect(JSON.stringify(description)).toContain("the files have years from 2021 to 2021");
});

it("isPersonal() knows names by their column, in several languages, and by their values", () => {
  expect(["Nachname", "Prénom", "Apellidos", "Geburtsdatum", "Bemerkung"].every((column) => isPersonal(column))).toBe(
    true
  );
  expect(["Klinik", "Name", "Nombre", "Title"].some((column) => isPersonal(column))).toBe(false);
  const names = Array.from({length: 30}, (_, i) => `${["Koch", "Müller", "O'Hara"][i % 3]}, ${["Eva", "Jörg"][i % 2]}`);
  expect(isPersonal("Name", names)).toBe(true);
  const said = Array.from({length: 40}, (_, i) => (i % 8 ? "" : "Bitte mehr Personal"));
  expect(isPersonal("Was möchten Sie uns noch sagen?", said)).toBe(true);
  expect(
    isPersonal(
      "Are you a team leader?",
      Array.from({length: 40}, () => "no")
    )
  ).toBe(false);
});

it("new reads moments with points, and days without marks, and takes no moment with a place for a key", async () => {
  const rows = Array.from(
    {length: 30},
    (_, i) => `${10 + (i % 19)}.03.2021 09:${10 + i};${clinics[i % 9]};202103${10 + (i % 3)}`
  );
  const {description} = await proposed("log.csv", ["Zeit;Ort;Gebucht", ...rows, ""].join("\n"));
  const [resource] = description.resources as {
    schema: {fields: {type: string; format?: string}[]; primaryKey?: string[]};
  }[];
  expect(resource?.schema.fields.map(({type, format}) => [type, format])).toEqual([
    ["datetime", "%d.%m.%Y %H:%M"],
    ["string", undefined],
    ["date", "%Y%m%d"]
  ]);
  expect(resource?.schema.primaryKey).toBeUndefined();
});

it("new takes no persons for units, whose keys other files call so: appraisals were taken for a panel of units", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-abroad-"));
  const crew = Array.from({length: 20}, (_, i) => `0${101 + i}`);
  const staff = ["Nº empleado;Alta", ...crew.map((one) => `${one};01/02/2015`), ""];
  const rated = crew.flatMap((one, i) => [2019, 2020, 2021].map((year) => `${one};${year};${"ABC"[(i + year) % 3]}`));
  const files = {"personal.csv": staff, "evaluaciones.csv": ["Clave;Ejercicio;Nota", ...rated, ""]};
  for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, name), lines.join("\n"));
  const both = await Promise.all(Object.keys(files).map((name) => sampleFile(join(folder, name))));
  const {sql} = await proposeStudy("study", both);
  expect([...sql.keys()]).toEqual(["performance_ratings", "rating_scales"]);
  expect(sql.get("performance_ratings")).toContain(`CASE "Nota" WHEN 'A' THEN 1 WHEN 'B' THEN 2 WHEN 'C' THEN 3 END`);
  expect([...(await proposeStudy("study", both.slice(1))).sql.keys()]).toContain("departments");
});

it("new keys months by unit, year and month, and reads amounts in brackets as negative: they were texts without a key", async () => {
  const rows = clinics.flatMap((clinic, i) =>
    [2020, 2021].flatMap((year) =>
      Array.from(
        {length: 12},
        (_, m) => `${clinic};${year};${m + 1};${m % 5 === 0 ? `(${i + 1}.250,5${m % 10})` : `3.${200 + m},50`}`
      )
    )
  );
  const {description} = await proposed("cuadro.csv", ["Centro;Ejercicio;Mes;Resultado", ...rows, ""].join("\n"));
  const [{schema}] = description.resources as [{schema: {fields: object[]; primaryKey: string[]}}];
  expect(schema.primaryKey).toEqual(["Centro", "Ejercicio", "Mes"]);
  expect(schema.fields.at(-1)).toMatchObject({
    type: "number",
    decimalChar: ",",
    groupChar: ".",
    negative: "parentheses"
  });
});

const wards = ["CC101", "CC102", "CC201", "CC202", "CC301"];
const nurses = Array.from({length: 40}, (_, i) => String(i + 101).padStart(6, "0"));
const dated = (i: number): string => `${10 + (i % 19)}/0${1 + (i % 9)}/20${10 + (i % 7)}`;

it("new knows postings, leavers and attended sessions by their shape, in any language: they were of no known kind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-abroad-"));
  const log = nurses.flatMap((one, i) =>
    ["05/02/2019", "05/05/2019"].map((on, k) =>
      [
        one,
        `H${1 + (i % 2)}-2019`,
        on,
        i % 5 === 4 ? "" : on,
        i % 5 === 4 ? "No asistió" : "Completado",
        `${k + 1},5`
      ].join(";")
    )
  );
  const files = {
    "destinos.csv": [
      "Matrícula;Fecha efectiva;Centro de coste;Motivo",
      ...nurses.flatMap((one, i) => [
        `${one};${dated(i)};${wards[i % 5]};Ingreso`,
        `${one};0${1 + (i % 9)}/03/2018;${wards[(i + 1) % 5]};Traslado`
      ])
    ],
    "bajas.csv": [
      "Matrícula;Fecha de baja;Causa",
      ...nurses.slice(0, 9).map((one, i) => `${one};${dated(i)};Voluntaria`)
    ],
    "lms.csv": ["Nº empleado;Edición;Fecha convocatoria;Fecha finalización;Estado;Horas", ...log]
  };
  for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  const {sql, notes} = await proposeStudy(
    "study",
    await Promise.all(Object.keys(files).map((name) => sampleFile(join(folder, name))))
  );
  expect(notes.join("\n")).toMatch(/destinos.csv: postings, one row for each person and Fecha efectiva/);
  expect(notes.join("\n")).toMatch(/bajas.csv: one row for each person, with a day, Fecha de baja/);
  expect(sql.get("assignments")).toContain('"Centro de coste" AS department_id');
  expect(sql.get("assignments")).toContain('lead("Fecha efectiva") OVER (PARTITION BY "Matrícula"');
  expect(sql.get("attendance")).toContain(`-- leaves out  lms: "Estado" IS DISTINCT FROM 'Completado'`);
  expect(sql.get("sessions")).toContain('"Fecha convocatoria" AS held_on');
});

it("new knows a survey that says its year and no day", async () => {
  const said = ["Totalmente en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo"];
  const rows = Array.from({length: 60}, (_, i) =>
    [2020 + (i % 2), `R${i}`, clinics[i % 9], ...[0, 1, 2].map((q) => said[(i + q) % 4])].join(";")
  );
  const {sql} = await proposed(
    "clima.csv",
    ["Ejercicio;Id respuesta;Unidad;Me apoyan;Cuento con ellos;Comemos bien", ...rows, ""].join("\n")
  );
  expect(sql.get("survey_responses")).toContain('"Ejercicio"::INTEGER AS fiscal_year');
  expect(sql.get("survey_responses")).toContain('"Unidad" AS department_id');
});

it("new takes the column that is called an appraisal for the grade, and asks which of a session's rows count", async () => {
  const crew = Array.from({length: 30}, (_, i) => `E${100 + i}`);
  const grades = crew.flatMap((one, i) =>
    [2018, 2019].map((year) => `${one},${2 * (i % 3) + 1},${year},${"ABCD"[(i + year) % 4]}`)
  );
  const came = [1, 2, 3].flatMap((month) =>
    crew.map((one, i) => `${one},Talk ${month},2019-0${month}-10,${i % 4 === 0 ? "Absent" : "Present"}`)
  );
  const appraised = await proposed(
    "appraisals.csv",
    ["Employee no,Level,Fiscal year,Appraisal", ...grades, ""].join("\n")
  );
  expect(appraised.sql.get("performance_ratings")).toContain('-- leaves out  appraisals: "Appraisal" IS NULL');
  const talked = await proposed("talks.csv", ["Employee no,Talk,Held on,Attendance", ...came, ""].join("\n"));
  expect(talked.sql.get("attendance")).toContain(
    '-- FINISH: where "Attendance" says who was there, leave the others out'
  );
});
