/**
 * A text whose parts stay on one line: a number and its percent sign; in Japanese the ends of an interval and what it is of, a
 * name whose parts are joined by a dot, a quoted answer, and words that browsers break.
 *
 * @param next  what follows the text in an element of its own, such as a link to the glossary
 */
export const unbroken = (text: string, next = ""): string => (breaking.test(text) ? kept(text, next) : text);

/** one of them is in whatever is kept on one line */
const breaking = /[%〜・「非部]/;

const kept = (text: string, next: string): string =>
  (text + (/\d%$/.test(text) && next.startsWith("信頼区間") ? "\u2060" : ""))
    .replaceAll(/(\d)[ \n]%/g, "$1\u202f%")
    .replaceAll(/(?<=\d\S{0,3})〜(?=[−+\d])/g, "\u2060〜\u2060")
    .replaceAll(/(?<=\d%)(?=信頼区間)/g, "\u2060")
    .replaceAll(/(?<=\p{Script=Katakana}ー?)・(?=\p{Script=Katakana})/gu, "・\u2060")
    .replaceAll(/「(\p{Script=Hiragana}{2,3})」/gu, (_, answer: string) => `「${[...answer].join("\u2060")}」`)
    .replaceAll("非常に低い", "非常に\u2060低い")
    .replaceAll("部門", "部\u2060門");
