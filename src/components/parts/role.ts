/** What a mark stands for; colour, symbol and line follow from it, the same in every figure. */
export type Role = "participation" | "outcome" | "reference" | "control" | "emphasis";

export interface RoleMark {
  readonly color: string;
  readonly symbol: "circle" | "diamond" | "square" | "triangle";
  readonly dash: string | undefined;
  /** drawn as an outline: never told by colour alone */
  readonly open: boolean;
  readonly width: number;
}

const marks: Readonly<Record<Role, RoleMark>> = {
  participation: {color: "var(--participation)", symbol: "circle", dash: undefined, open: false, width: 2},
  outcome: {color: "var(--outcome)", symbol: "diamond", dash: "7 3", open: false, width: 2},
  reference: {color: "var(--reference)", symbol: "square", dash: undefined, open: false, width: 1.25},
  control: {color: "var(--control)", symbol: "triangle", dash: "2 3", open: true, width: 1.75},
  emphasis: {color: "var(--emphasis)", symbol: "circle", dash: undefined, open: false, width: 2.5}
};

const turns: readonly Role[] = ["participation", "outcome", "control", "reference", "emphasis"];

export function roleMark(role: Role): RoleMark {
  return marks[role];
}

/** The role of the nth series of a figure whose series have none of their own. */
export function roleInTurn(index: number): Role {
  return turns[index % turns.length] ?? "reference";
}
