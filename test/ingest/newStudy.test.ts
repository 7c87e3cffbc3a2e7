import {mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {utils, write} from "@e965/xlsx";
import {zipSync} from "fflate";
import {describe, expect, it, vi} from "vitest";
import {runNew} from "../../loaders/ingest/propose/runNew.js";
import {ingestStudy} from "../../loaders/ingest/ingestStudy.js";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import type {Resource} from "../../loaders/study/rawResource.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {contract} from "../../loaders/study/contract.js";
import {createCanonical} from "../../loaders/warehouse/buildCanonical.js";
import {readMapping} from "../../loaders/warehouse/rules/readMapping.js";
import {parquet} from "./madeFiles.js";

/** Makes a study of the files, finishes it by leaving every mark out, and gives what was told and a way to ask its SQL. */
async function newStudy(files: Readonly<Record<string, string | Uint8Array>>) {
  const home = await mkdtemp(join(tmpdir(), "longview-new-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(home, name), content);
  const told: string[] = [];
  const output = vi.spyOn(process.stdout, "write").mockImplementation((text) => told.push(String(text)) > 0);
  const folder = join(home, "study");
  await runNew(
    folder,
    Object.keys(files).map((name) => join(home, name))
  ).finally(() => output.mockRestore());
  await expect(readStudy(folder)).rejects.toThrow(/to be finished/);
  for (const name of ["datapackage.json", ...(await readdir(join(folder, "sql"))).map((file) => `sql/${file}`)]) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(
      join(folder, name),
      text
        .replaceAll(/^-- FINISH.*\n/gm, "")
        .replaceAll(/'FINISH'/g, "'engagement'")
        .replace(/"FINISH: month[^"]*"/, '"04-01"')
        .replace(/"FINISH: where the days[^"]*"/, '"Asia/Tokyo"')
        .replace(/"FINISH: three letters[^"]*"/, '"JPY"')
        .replace(/"FINISH: the programme's first[^"]*"/, "2015")
        .replace(/"FINISH: its last"/, "2020")
        .replaceAll("FINISH", "Finished")
    );
  }
  const study = await readStudy(folder);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("SET TimeZone = 'Asia/Tokyo'");
  await ingestStudy(connection, study, await mkdtemp(join(tmpdir(), "longview-scratch-")));
  await createCanonical(connection, study);
  for (const [table, path] of study.mappings) {
    const sql = await readFile(path, "utf8");
    const {untold, refused} = await readMapping(connection, sql, study.resources, contract[table].key);
    // what new writes shows how its rows are found again: a lost one would else pass
    expect([table, untold, refused]).toEqual([table, [], []]);
  }
  await connection.run("SET search_path = 'staged'");
  const ask = async (table: string): Promise<unknown[]> => {
    const sql = await readFile(join(folder, "sql", `${table}.sql`), "utf8");
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return rows.map((row) => Object.values(row).join("|"));
  };
  return {told: told.join(""), study, ask};
}

describe("new recognises", () => {
  it("Qualtrics: three header rows, choices as texts, previews and unfinished rows", async () => {
    const qualtrics = [
      "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Department,Q1_1,Q1_2",
      'Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Last,First,Email,Ref,Lat,Long,Channel,Language,Department,"My team works well.\nSo I think.",I trust my manager.',
      `"{""ImportId"":""startDate"",""timeZone"":""Asia/Tokyo""}"${",x".repeat(19)}`,
      "2023-05-01 09:00:00,2023-05-01 09:05:00,IP Address,10.0.0.1,100,300,True,2023-05-01 09:05:01,R_1,Sato,A,a@b.c,,35,139,email,EN,Sales,Agree,Strongly agree",
      "2023-05-02 09:00:00,2023-05-02 09:05:00,IP Address,10.0.0.2,100,300,True,2023-05-02 09:05:01,R_2,Ito,B,b@b.c,,35,139,email,EN,Systems,Disagree,Agree",
      "2023-05-02 10:00:00,2023-05-02 10:05:00,Survey Preview,10.0.0.3,100,300,True,2023-05-02 10:05:01,R_3,,,,,35,139,preview,EN,Sales,Agree,Agree",
      "2023-05-03 09:00:00,2023-05-03 09:05:00,IP Address,10.0.0.4,40,300,False,2023-05-03 09:05:01,R_4,,,,,35,139,email,EN,Sales,Agree,",
      ""
    ].join("\n");
    const {told, study, ask} = await newStudy({"survey.csv": qualtrics});
    expect(told).toMatch(/a survey of Qualtrics/);
    expect(study.resources[0]?.dialect.commentRows).toEqual([2, 3]);
    expect(study.resources[0]?.schema.fields.map(({name}) => name)).toEqual([
      "ResponseId",
      "Status",
      "Finished",
      "RecordedDate",
      "Department",
      "Q1_1",
      "Q1_2"
    ]);
    expect(await ask("survey_responses")).toEqual([
      "2023|R_1|Q1_1|Sales|4",
      "2023|R_1|Q1_2|Sales|5",
      "2023|R_2|Q1_1|Systems|2",
      "2023|R_2|Q1_2|Systems|4"
    ]);
    expect(await ask("survey_items")).toHaveLength(2);
    expect(await ask("departments")).toEqual(["Sales|Sales|All", "Systems|Systems|All"]);
  });

  it("SuccessFactors: two header rows, effective dating, an open end in 9999", async () => {
    const jobs = [
      "user-id,start-date,end-date,department,pay-grade,first-name",
      "User ID,Event Date,End Date,Department,Pay Grade,First Name",
      "00017,04/01/2015,03/31/2018,D10,G5,Hana",
      "00017,04/01/2018,12/31/9999,D20,G6,Hana",
      "00018,10/15/2016,12/31/9999,D10,G5,Ken",
      ""
    ].join("\n");
    const {told, ask} = await newStudy({"jobinfo.csv": jobs});
    expect(told).toMatch(/job information of SuccessFactors/);
    expect(await ask("assignments")).toEqual([
      "00017|D10|2015-04-01|2018-03-31",
      "00017|D20|2018-04-01|",
      "00018|D10|2016-10-15|"
    ]);
    expect(await ask("managers")).toEqual(["00017|2015-04-01|G6", "00018|2016-10-15|G5"]);
  });

  it("Microsoft Forms: a workbook with dates and a column a question", async () => {
    const sheet = utils.aoa_to_sheet([
      ["ID", "Start time", "Completion time", "Email", "Name", "Your department", "My work is meaningful"],
      [1, 45_047.4, 45_047.5, "a@b.c", "Sato", "Sales", "Agree"],
      [2, 45_048.4, 45_048.5, "b@b.c", "Ito", "Systems", "Neutral"]
    ]);
    for (const address of ["B2", "C2", "B3", "C3"]) sheet[address].z = "m/d/yy h:mm";
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "Form1");
    const {told, ask} = await newStudy({"forms.xlsx": new Uint8Array(write(book, {type: "buffer", bookType: "xlsx"}))});
    expect(told).toMatch(/a survey of Microsoft Forms/);
    expect(await ask("survey_responses")).toEqual([
      "2023|forms 1|My work is meaningful|Sales|4",
      "2023|forms 2|My work is meaningful|Systems|3"
    ]);
  });

  it("accounts in CP932: a title and a unit above the header, thousands, △", async () => {
    const accounts = [
      "部門別損益",
      "（単位：千円）",
      "決算期,部門コード,部門名,売上高,営業利益",
      '2018年3月期,100,営業部,"1,234,567","△12,345"',
      '2019年3月期,100,営業部,"1,300,000","5,000"',
      ""
    ].join("\n");
    const {told, study, ask} = await newStudy({"accounts.csv": encodeCp932(accounts)});
    expect(told).toMatch(/accounts by department/);
    expect(study.resources[0]?.encoding).toBe("cp932");
    expect(await ask("department_years")).toEqual(["100|2017|1234567000|-12345000", "100|2018|1300000000|5000000"]);
    expect(await ask("departments")).toEqual(["100|営業部|All"]);
  });

  it("Moodle: a state and a moment of completion for each activity", async () => {
    const moodle = [
      "Full name,ID number,Email address,Reflective mindset,Reflective mindset - Completion date,Worldly mindset,Worldly mindset - Completion date",
      'Sato Hana,00017,a@b.c,Completed,"Monday, 3 April 2023, 10:15 AM",Not completed,',
      'Ito Ken,00018,b@b.c,Completed (achieved pass grade),"Tuesday, 4 April 2023, 11:00 AM",Completed,"Friday, 12 May 2023, 9:30 AM"',
      ""
    ].join("\n");
    const {told, ask} = await newStudy({"progress.csv": moodle});
    expect(told).toMatch(/completions of Moodle/);
    expect(await ask("attendance")).toEqual([
      "Reflective mindset 2023-04-03|00017",
      "Reflective mindset 2023-04-04|00018",
      "Worldly mindset 2023-05-12|00018"
    ]);
    expect(await ask("sessions")).toEqual([
      "Reflective mindset 2023-04-03|course|Reflective mindset|1|2023-04-03|60",
      "Reflective mindset 2023-04-04|course|Reflective mindset|1|2023-04-04|60",
      "Worldly mindset 2023-05-12|course|Worldly mindset|2|2023-05-12|60"
    ]);
  });

  it("a canonical table by its columns, and proposes kinds and keys for any other", async () => {
    const {told, study} = await newStudy({
      "years.csv": "department_id;fiscal_year;profit;note\nD1;2017;1,5;a\nD1;2018;2,5;b\n",
      "grants.csv":
        'firm_id,year,amount,paid,told\n007,2017,"1,200",31/12/2017,01/02/2018\n007,2018,"2,400",30/11/2018,02/02/2019\n008,2018,900,30/11/2018,02/02/2019\n'
    });
    expect(told).toMatch(/years\.csv: the canonical table department_years/);
    expect(told).toMatch(/column told: day first is assumed/);
    const [years, grants] = study.resources;
    expect([years?.name, years?.dialect.delimiter, years?.schema.primaryKey]).toEqual([
      "department_years",
      ";",
      ["department_id", "fiscal_year"]
    ]);
    expect(grants?.schema.fields.map(({type}) => type)).toEqual(["string", "integer", "integer", "date", "date"]);
    expect(grants?.schema.primaryKey).toEqual(["firm_id", "year"]);
  });

  it("tabs where the values have commas, as the file's most even rows say, and what it cannot guess", async () => {
    const states = "code\tname\nurn:a\tNorth, with a long name\nurn:b\tSouth, with another\n";
    const {told, study} = await newStudy({"области.csv": states});
    expect(told).toMatch(/области\.csv \(in SQL extract\): a table of no known kind/);
    expect(study.resources[0]?.schema.fields.map(({name}) => name)).toEqual(["code", "name"]);
  });

  it("numbers that could be thousands, and says which it took", async () => {
    const {told} = await newStudy({"sums.csv": "place;sum\na;1.234\nb;2.500\n"});
    expect(told).toMatch(/column sum: a point before the decimals is assumed, not thousands/);
  });
});

it("new takes days with months in letters for dates, points at rows that are totals, and leaves the programme's years to say", async () => {
  const came = Array.from({length: 9}, (_, i) => `00${i},Circle 1,${13 + i} May 201${i}\n`).join("");
  const {told, study} = await newStudy({
    "attendance.csv": `Attendance export\nGenerated: 03/04/2022\n\nPerson ID,Event,Event date\n${came}`,
    "accounts.csv": "Year ending,Branch,Sales\n31/03/2018,Leeds,10\n31/03/2018,York,20\n31/03/2018,Total,30\n"
  });
  const [attendance] = study.resources;
  expect(attendance?.name, "no canonical table, though it is called as one is").toBe("attendance_raw");
  expect(told).toContain("attendance.csv (in SQL attendance_raw)");
  expect(attendance?.schema.fields[2]).toMatchObject({type: "date", format: "%d %b %Y"});
  expect(told).toContain("accounts.csv, column Branch: 1 row is a total by its name; leave it out in SQL");
  expect(study.programmeYears, "what the test wrote, and no day of hire").toEqual([2015, 2020]);
});

const fieldsOf = (resource: Resource | undefined): string[] => resource?.schema.fields.map(({name}) => name) ?? [];

it("new looks into what is packed, JSON lines and Parquet: they used to be refused, though a build reads them", async () => {
  const sales = "# Sales\nPeriod\tStore\tSales\n2014-P01\t0003\t1,200\n2014-P02\t0003\t(1,300)\n";
  const visits = [
    {at: "2017-01-09T13:45:00.000Z", store: "0038", minutes: 60, who: {id: 1}},
    {at: "2017-01-25T12:07:00.000Z", store: "0073", minutes: 30, room: "B"}
  ];
  const {told, study} = await newStudy({
    "sales.tsv.gz": gzipSync(sales),
    "stores.csv.zip": zipSync({"stores.csv": Buffer.from("Store;Town\n0003;York\n0038;Bude\n")}),
    "visits.jsonl": visits.map((visit) => `${JSON.stringify(visit)}\n`).join(""),
    "years.parquet": await parquet("profit DOUBLE")
  });
  const [first, second, third, fourth] = study.resources;
  expect([first?.name, first?.format, first?.compression, first?.dialect.headerRows]).toEqual([
    "sales",
    "tsv",
    "gzip",
    [2]
  ]);
  expect(first?.schema.fields[2]).toMatchObject({type: "number", negative: "parentheses"});
  expect([second?.compression, second?.dialect.delimiter]).toEqual(["zip", ";"]);
  expect([third?.format, fieldsOf(third)]).toEqual(["jsonl", ["at", "store", "minutes", "room"]]);
  expect(told).toContain("visits.jsonl, who: read past, as it holds an object or a list");
  expect([fourth?.format, fourth?.schema.fields.at(-1)?.type]).toEqual(["parquet", "number"]);
});

it("new reads the sheet that holds the table, below a title and groups that are merged over their columns", async () => {
  const about = utils.aoa_to_sheet([["Ask HR before use"]]);
  const staff = utils.aoa_to_sheet([
    ["Establishment", "", "", ""],
    ["Person", "", "Post", ""],
    ["No.", "Name", "No.", "Name"],
    ["17", "a", "P1", "x"],
    ["18", "b", "P2", "y"]
  ]);
  staff["!merges"] = ["A1:D1", "A2:B2", "C2:D2"].map((range) => utils.decode_range(range));
  const book = {SheetNames: ["Read me", "Staff"], Sheets: {"Read me": about, Staff: staff}};
  const {told, study} = await newStudy({"staff.xlsx": new Uint8Array(write(book, {type: "buffer", bookType: "xlsx"}))});
  expect(told).toContain("staff.xlsx: the sheet Staff is read; to read another, correct dialect.sheetName (Read me)");
  expect(study.resources[0]?.dialect).toMatchObject({sheetName: "Staff", headerRows: [2, 3]});
  expect(fieldsOf(study.resources[0])).toEqual(["Person No.", "Person Name", "Post No.", "Post Name"]);
});

it("new takes no moment for a key, and reads neither surnames nor comments of an unknown file", async () => {
  const {told, study} = await newStudy({
    "signins.csv": "Time,Staff No.,Surname,Comments\n01/04/2019 09:01,1,Ito,late\n02/04/2019 09:02,1,Ito,\n"
  });
  expect(fieldsOf(study.resources[0])).toEqual(["Time", "Staff No."]);
  expect(study.resources[0]?.schema.primaryKey).toEqual(["Time", "Staff No."]);
  expect(told).toContain("signins.csv, columns Surname, Comments: not read, as they name or describe a person");
});

it("new recognises a survey of any tool by its answers, and writes its SQL", async () => {
  const {told, ask} = await newStudy({
    "pulse.csv": [
      "Response ID,Completed on,Which ward do you work in?,Q1. I am supported,Q2. I get feedback,Q3. The car park is adequate",
      "1,4 Oct 2015,Stroke,Agree,Disagree,Strongly agree",
      "2,19 Oct 2015,Stroke,Disagree,,Agree",
      "3,2 Oct 2016,Theatres,Strongly agree,Agree,Disagree",
      "4,2 Oct 2016,Theatres,Agree,Strongly disagree,Agree",
      ""
    ].join("\n")
  });
  expect(told).toContain("pulse.csv: a survey, wide by question");
  const rows = await ask("survey_responses");
  expect(rows).toHaveLength(11);
  expect(rows[0]).toBe("2015|pulse 1|Q1. I am supported|Stroke|4");
  expect(await ask("survey_items")).toContain("Q2. I get feedback|engagement|I get feedback|1|1|5|false|false");
});

it("new refuses a list in JSON and an archive of several files, and says what to do", async () => {
  const home = await mkdtemp(join(tmpdir(), "longview-new-"));
  await writeFile(join(home, "a.json"), '[{"a": 1}]');
  await writeFile(join(home, "b.zip"), zipSync({"a.csv": Buffer.from("a\n1\n"), "b.csv": Buffer.from("b\n1\n")}));
  const proposing = (name: string): Promise<number> => runNew(join(home, "study"), [join(home, name)]);
  await expect(proposing("a.json")).rejects.toThrow(/a list in JSON\. Write one object a line/);
  await expect(proposing("b.zip")).rejects.toThrow(/2 files in the archive\. Unpack it, and give each/);
});

it("new refuses a folder that holds something", async () => {
  const home = await mkdtemp(join(tmpdir(), "longview-new-"));
  await writeFile(join(home, "a.csv"), "a\n1\n");
  await expect(runNew(home, [join(home, "a.csv")])).rejects.toThrow(/the folder is not empty/);
});
