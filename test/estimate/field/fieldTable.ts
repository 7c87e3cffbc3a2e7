import {foundAt, type Answer} from "./answerTo.js";
import {elsewhere} from "./elsewhere.js";
import type {Expected, FieldCase} from "./fieldCase.js";

/** Every copied case with what is right, and what is found. */
export function fieldTable(
  drawn: readonly FieldCase[],
  answers: ReadonlyMap<string, Answer>,
  readings: Readonly<Record<string, Expected>>
): string {
  const rows = drawn.map(({id, kind = "", expected}) => {
    const answer = answers.get(id);
    const place = elsewhere[id];
    const got = answer
      ? gotOf(answer, expected as Expected, readings[id] ?? {})
      : place
        ? `${place.file}: ${place.title}`
        : "no test has it";
    return `| ${[id, kind, inCell(expected), got].join(" | ")} |`;
  });
  const head = ["| case | what goes wrong | expected | got, or the test that has it |", "| --- | --- | --- | --- |"];
  return ["# Field cases", "", ...head, ...rows, ""].join("\n");
}

function gotOf(answer: Answer, expected: Expected, reading: Expected): string {
  if (answer.error) return `refused: ${answer.error.message.replaceAll("|", "\\|").replaceAll(/\s+/g, " ")}`;
  const {or, refuse, warning, ...numbers} = {...expected, ...reading} as Record<string, unknown>;
  const asked = {...(refuse === true ? (or as Expected) : {}), ...numbers};
  const values = Object.fromEntries(Object.entries(asked).map(([path, value]) => [path, foundAt(answer, path, value)]));
  return inCell({...values, ...(warning === undefined ? {} : {warnings: answer.warnings})});
}

const inCell = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === "number" ? Number(each.toPrecision(7)) : each
  ).replaceAll("|", "\\|");
