export {amount, capital, count, decimal, digitsFor, interval, list, percent, pValue, signed} from "../words/numbers.js";
