/**
 * The tables of figures' data are half of what pages weigh, and rows of text alone: they stand aside while a page is read, and
 * come back as reading and writing it would have left them.
 *
 * Not of   a table with markup in a cell, an id or an address: that is read with its page
 */
import {unbroken} from "./unbroken.js";

export interface PageAside {
  readonly page: string;
  /** a part of the page, as it is written, with its tables */
  readonly restored: (written: string) => string;
}

const figureData = /<details class="figure-data">[^]*?<\/details>/g;
const tables = /<table>[^]*?<\/table>/g;
const rows =
  /^<table>(?:<thead>(?:(?!<\/?t(?:head|body)>)[^])*<\/thead>)?<tbody>(?:(?!<\/?t(?:head|body)>)[^])*<\/tbody><\/table>$/;
/** a tag or an attribute that a plain table has not, or a value that is written otherwise than it is read */
const other = /<(?!\/?(?:table|thead|tbody|tr|th|td)[ >])| (?!(?:scope|class|data-[\w-]+)=)[\w-]+="|="[^"]*[<>&][^"]*"/;
const place = /<table data-aside="(\d+)"><\/table>/g;

export function setAside(page: string): PageAside {
  const aside: string[] = [];
  const without = page.replaceAll(figureData, (data) =>
    data.replaceAll(tables, (table) => {
      const plain = table.replaceAll("&#36;", "$");
      if (other.test(plain) || !rows.test(plain)) return table;
      aside.push(plain.replaceAll(/>([^<]+)</g, (_, text: string) => `>${keptTogether(text)}<`));
      return `<table data-aside="${aside.length - 1}"></table>`;
    })
  );
  return {page: without, restored: (written) => written.replaceAll(place, (_, i: string) => aside[Number(i)] ?? _)};
}

const characters: Readonly<Record<string, string>> = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0"};
const entities = Object.fromEntries(Object.entries(characters).map(([entity, character]) => [character, entity]));

function keptTogether(text: string): string {
  if (!text.includes("&")) return unbroken(text);
  const read = text.replaceAll(/&(?:amp|lt|gt|nbsp);/g, (entity) => characters[entity] ?? entity);
  return unbroken(read).replaceAll(/[&<>\u00a0]/g, (character) => entities[character] ?? character);
}
