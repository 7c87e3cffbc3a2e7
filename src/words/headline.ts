import * as en from "./en/headline.js";
import * as ja from "./ja/headline.js";
import {spoken} from "./spoken.js";

export type {AssignmentHow, CauseInput, Compared, HeadlineInput, NamedFinding, StandfirstInput} from "./en/headline.js";

export const {headline, causeLine, standfirst, ratingsOf, restsOn, scoresOn, overallOf} = spoken<typeof en>({en, ja});
