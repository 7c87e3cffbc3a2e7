import {element} from "../../../src/components/parts/element.js";
import {glossaryTerms} from "../../../src/words/glossary.js";
import type {Marks} from "../../../src/components/parts/mark.js";
import {htmlMark} from "../../../src/components/parts/mark.js";

/** The glossary's terms, each a place that pages lead to. */
export function glossaryMarks({document}: {document: Document}): Marks {
  const terms = glossaryTerms().flatMap(({id, term, meaning}) => [
    element(document, "dt", {id}, term),
    element(document, "dd", {}, meaning)
  ]);
  return {"glossary.terms": htmlMark(element(document, "dl", {class: "glossary"}, ...terms))};
}
