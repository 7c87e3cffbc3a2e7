import type {LimitsInput} from "../en/limits.js";
import {certaintyWords} from "./card.js";
import {notCovered} from "./reportWords.js";

export function limitsWords({said, unsaid, programme, drawn, synthetic}: LimitsInput): {
  readonly can: readonly string[];
  readonly cannot: readonly string[];
} {
  return {
    can: said.map(({title, certainty}) => `${title}（確信度：${certaintyOf(certainty)}）。`),
    cannot: [
      ...unsaid.map((asked) => (/[?？]$/.test(asked) ? asked : `${asked}。`)),
      ...(drawn ? [] : [`${programme}がその理由かどうか。`]),
      notCovered.return,
      ...(synthetic ? ["実在の組織に関すること。"] : [])
    ]
  };
}

const certaintyOf = (certainty: string): string =>
  (certaintyWords as Readonly<Record<string, string>>)[certainty] ?? certainty;
