import {glossaryTerms} from "../../../src/words/glossary.js";
import {named} from "../../../src/words/language.js";
import type {StudyRelease} from "../../release/releaseStudy.js";
import type {SearchEntry} from "./searchEntries.js";

/** What a search finds beside the pages' own titles: the study's measures, its modules, the terms of the glossary. */
export function studyEntries({study, tables}: Pick<StudyRelease, "study" | "tables">): SearchEntry[] {
  const measures = study.measures.map(({label, table}) => ({
    title: capital(named(label)),
    kind: "measure" as const,
    address: table === "survey_items" ? "findings/engagement.html" : "explore.html"
  }));
  const modules = new Set(tables.get("module_ratings")?.value.rows.map(({title}) => String(title)) ?? []);
  const terms = glossaryTerms().map(({id, term, meaning}) => ({
    title: term,
    kind: "term" as const,
    address: `glossary.html#${id}`,
    beside: meaning
  }));
  return [
    ...measures,
    ...Array.from(modules, (title) => ({
      title: named(title),
      kind: "module" as const,
      address: "findings/sessions.html"
    })),
    ...terms
  ];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
