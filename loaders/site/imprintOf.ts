import {authorOf, citationOf, titleOf} from "../../src/words/citationOf.js";
import {citation} from "../../src/words/en/site.js";
import {named} from "../../src/words/language.js";
import type {Study} from "../study/readStudy.js";
import type {StudyImprint} from "./siteFrame.js";

type Described = Pick<
  Study,
  "name" | "title" | "organisation" | "synthetic" | "published" | "nextRelease" | "contact" | "licenses"
>;

/** What the foot of every page says of a study. */
export function imprintOf(study: Described, version: string): StudyImprint {
  const {published, nextRelease, contact, licenses} = study;
  const email = contact?.email === undefined ? undefined : `mailto:${contact.email}`;
  return {
    version,
    published,
    nextRelease: nextRelease && named(nextRelease),
    contact: contact && {name: named(contact.name), address: contact.path ?? email},
    licences: licenses.map(({title: called, name, path}) => ({title: called ?? name ?? path ?? "", address: path})),
    citation: citationOf(study, version),
    bibtex: bibtex(study, version)
  };
}

/** The study as a Citation File Format 1.2.0 file (citation-file-format.github.io). */
export function citationFile(study: Described, version: string): string {
  const spdx = study.licenses.flatMap(({name}) =>
    name !== undefined && /^[A-Z0-9][\w.+-]*\d[\w.+-]*$/.test(name) ? [name] : []
  );
  const lines = [
    "cff-version: 1.2.0",
    `message: ${citation}`,
    "type: dataset",
    `title: ${JSON.stringify(titleOf(study))}`,
    "authors:",
    `  - name: ${JSON.stringify(authorOf(study))}`,
    `version: ${JSON.stringify(version)}`,
    study.published && `date-released: ${study.published}`,
    // several would be read as a choice among them
    study.licenses.length === 1 && spdx.length === 1 && `license: ${spdx[0]}`
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}

function bibtex(study: Described, version: string): string {
  const year = study.published?.slice(0, 4);
  const fields = [
    `author = {{${braced(authorOf(study))}}}`,
    `title = {${braced(titleOf(study))}}`,
    year && `year = {${year}}`,
    `note = {Data version ${version}}`
  ].filter(Boolean);
  return `@misc{${study.name}${year ? `-${year}` : ""},\n  ${fields.join(",\n  ")}\n}`;
}

/** BibTeX reads these characters as code. */
const braced = (text: string): string => text.replaceAll(/[{}\\]/g, "").replaceAll(/([&%$#_])/g, "\\$1");
