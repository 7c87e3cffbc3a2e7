import type {Finding} from "../../evidence/finding.js";
import {withUnmade} from "../../evidence/verdict/certaintyOf.js";
import {checkAnswers, checkHeadings} from "../../words/checkWords.js";
import {trustHeadings} from "../../words/trust.js";
import {checkAnchor} from "./checkAnchor.js";
import type {Column} from "./column.js";
import {dataTable} from "./dataTable.js";
import {element} from "./element.js";
import {say} from "../../words/say.js";

/** What was checked of a finding, and what came of it; null where nothing was. */
export function checkTable({checks, required}: Finding, document: Document): Element | null {
  const made = new Map(checks.map((check) => [check.id, check]));
  const rows = withUnmade(required, checks).flatMap(({id, domain, state}) => {
    const check = made.get(id);
    return check
      ? [
          {
            id,
            asked: check.asked,
            answer: checkAnswers[state],
            why: check.why,
            domain: trustHeadings[domain]
          }
        ]
      : [];
  });
  if (rows.length === 0) return null;
  return element(
    document,
    "div",
    {class: "checks"},
    dataTable(rows, checkColumns, {
      caption: say("What we checked"),
      rowId: (row) => checkAnchor(String(row.id)),
      document
    })
  );
}

const checkColumns: Column[] = [
  {
    name: "asked",
    get label() {
      return checkHeadings.question;
    }
  },
  {
    name: "answer",
    get label() {
      return checkHeadings.answer;
    }
  },
  {
    name: "why",
    get label() {
      return checkHeadings.why;
    }
  },
  {
    name: "domain",
    get label() {
      return say("About");
    }
  }
];
