/** One company's five exports, made up: what each of the presets recognises, of the same departments and managers. */
import {utils, write} from "@e965/xlsx";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";

const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
const names = "営業 開発 経理 人事 法務 広報 総務 企画 品質 購買 物流 研究".split(" ").map((name) => `${name}部`);
const codes = names.map((_, i) => String(100 + i));
const managers = Array.from({length: 12 * 12}, (_, i) => ({id: String(i + 1).padStart(5, "0"), unit: i % 12, at: i}));
const two = (value: number): string => String(value).padStart(2, "0");
const grouped = (value: number): string =>
  `"${new Intl.NumberFormat("en").format(Math.abs(value)).replace(/^/, value < 0 ? "△" : "")}"`;
const text = (lines: readonly string[]): string => [...lines, ""].join("\n");

/** Fiscal year in which a manager completes the course, or none; some departments take it up sooner. */
const completes = (at: number): number | undefined => {
  const wait = ((at % 12) * 5 + Math.floor(at / 12) * 7) % 13;
  return wait < 6 ? 2017 + wait : undefined;
};

const accounts = encodeCp932(
  text([
    "部門別損益",
    "（単位：千円）",
    "決算期,部門コード,部門名,人員,売上高,営業利益",
    ...years.flatMap((year, y) =>
      codes.map((code, d) => {
        const revenue = 900_000 + 61_000 * d + 9000 * y + ((d * 7 + y * 11) % 17) * 1000;
        const profit = ((d * 5 + y * 3) % 23) * 3000 - 9000;
        return [`${year + 1}年3月期`, code, names[d], 60 + d, grouped(revenue), grouped(profit)].join(",");
      })
    )
  ])
);

const jobs = text([
  "user-id,start-date,end-date,department,pay-grade,first-name",
  "User ID,Event Date,End Date,Department,Pay Grade,First Name",
  ...managers.flatMap(({id, unit, at}) =>
    at % 9 === 0
      ? [
          `${id},04/01/2012,09/30/2018,${codes[unit]},G5,Hana`,
          `${id},10/01/2018,12/31/9999,${codes[(unit + 1) % 12]},G6,Hana`
        ]
      : [`${id},04/01/2012,12/31/9999,${codes[unit]},G5,Ken`]
  )
]);

const activities = ["Reflective mindset", "Worldly mindset"];
const monday = (year: number, month: number, day: number): string => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const said = new Intl.DateTimeFormat("en-GB", {dateStyle: "full", timeZone: "UTC"})
    .format(date)
    .replace(/^(\w+) /, "$1, ");
  return `"${said}, 10:15 AM"`;
};
const moodle = text([
  [
    "Full name",
    "ID number",
    "Email address",
    ...activities.flatMap((name) => [name, `${name} - Completion date`])
  ].join(","),
  ...managers.map(({id, at}) => {
    const year = completes(at);
    const done = activities.flatMap((_, i) =>
      year === undefined || (i === 1 && at % 4 === 0)
        ? ["Not completed", ""]
        : [at % 5 === 0 ? "Completed (achieved pass grade)" : "Completed", monday(year, 6 + i, 1 + (at % 27))]
    );
    return ["Sato Hana", id, "a@b.c", ...done].join(",");
  })
]);

const agreed = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
const qualtricsColumns =
  "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Department,Q1_1,Q1_2";
const qualtrics = text([
  qualtricsColumns,
  'Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Last,First,Email,Ref,Lat,Long,Channel,Language,Department,"My team works well, I think.",I trust my manager.',
  `"{""ImportId"":""startDate"",""timeZone"":""Asia/Tokyo""}"${",x".repeat(19)}`,
  ...years.slice(0, 4).flatMap((year) =>
    Array.from({length: 12 * 14}, (_, i) => {
      const preview = i % 40 === 39;
      const unfinished = i % 40 === 20;
      const day = `${year}-05-${two(1 + (i % 28))}`;
      const answers = [agreed[(i * 3 + year) % 5], unfinished ? "" : agreed[(i * 7 + year) % 5]];
      const kind = preview ? "Survey Preview" : "IP Address";
      return `${day} 09:00:00,${day} 09:05:00,${kind},10.0.0.1,100,300,${unfinished ? "False" : "True"},${day} 09:05:01,R_${year}${i},Sato,A,a@b.c,,35,139,email,EN,${names[i % 12]},${answers.join(",")}`;
    })
  )
]);

function forms(): Uint8Array {
  const scale = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"];
  const rows = years.slice(4).flatMap((year, y) =>
    Array.from({length: 12 * 14}, (_, i) => {
      const serial = Date.UTC(year, 4, 1 + (i % 28)) / 86_400_000 + 25_569;
      const answers = [scale[(i * 3 + y) % 5], scale[(i * 7 + y) % 5]];
      return [y * 200 + i + 1, serial + 0.4, serial + 0.5, "a@b.c", "Sato", names[i % 12], ...answers];
    })
  );
  const head = ["ID", "Start time", "Completion time", "Email", "Name", "Your department"];
  const sheet = utils.aoa_to_sheet([[...head, "My team works well, I think.", "I trust my manager."], ...rows]);
  for (const [i] of rows.entries()) for (const column of ["B", "C"]) sheet[`${column}${i + 2}`].z = "m/d/yy h:mm";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Form1");
  return new Uint8Array(write(book, {type: "buffer", bookType: "xlsx"}));
}

export const presetFiles: Readonly<Record<string, string | Uint8Array>> = {
  "accounts.csv": accounts,
  "jobinfo.csv": jobs,
  "progress.csv": moodle,
  "survey.csv": qualtrics,
  "forms.xlsx": forms()
};
