/** Years under which nothing that runs through the years is tested; they are shown. */
export const fewestYears = 5;
