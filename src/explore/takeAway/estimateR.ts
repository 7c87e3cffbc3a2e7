import {absorbedBy} from "../comparisonData.js";
import type {ExplorerComparison} from "./explorerComparison.js";

/** An R script (base R only) that prints the digits of estimate.json from data.csv. */
export function estimateR(taken: ExplorerComparison, {exchanges}: {readonly exchanges: boolean}): string {
  const {comparison, grain, data, main, badge, study, version} = taken;
  const absorbed = absorbedBy(comparison.effects, grain);
  const type =
    main.refused === null ? (grain.unit === null && comparison.errors !== "iid" ? "HC3" : comparison.errors) : "none";
  const factors = absorbed.map(
    (name) =>
      `interaction(${name
        .split("^")
        .map((part) => `d[[${text(part)}]]`)
        .join(", ")}, drop = TRUE)`
  );
  return `# ${line(study.title)}, data version ${line(version)}. ${badge}.${study.synthetic ? " Simulated data." : ""}
# ${line(main.formula)}
# Prints the digits of estimate.json. Base R only; clubSandwich::coef_test agrees where it is installed.
d <- read.csv("data.csv", check.names = FALSE, colClasses = c(${colClasses(taken)}))
y <- d[[${text(data.y)}]]
x <- d[[${text(data.x)}]]
w <- ${comparison.weights === null ? "rep(1, nrow(d))" : `d[[${text(comparison.weights)}]]`}
keep <- w > 0
controls <- cbind(rep(1, nrow(d))${comparison.controls.map((name) => `, d[[${text(name)}]]`).join("")})
levels_of <- list(${factors.join(", ")})
cluster <- ${grain.unit === null ? "seq_along(y)" : `d[[${text(grain.unit)}]]`}
# rows alone in a level tell nothing; leaving them out may leave others alone
repeat {
  alone <- Reduce(\`|\`, lapply(levels_of, function(f) ave(as.numeric(keep), f, FUN = sum) == 1), rep(FALSE, length(keep)))
  if (!any(keep & alone)) break
  keep <- keep & !alone
}
for (f in levels_of) controls <- cbind(controls, outer(as.character(f), levels(f), "==") + 0)
whole <- list(x = x, w = w, cluster = cluster, positive = w > 0)
y <- y[keep]; x <- x[keep]; w <- w[keep]; controls <- controls[keep, , drop = FALSE]; cluster <- cluster[keep]
type <- "${type}"
${body}${exchanges ? exchangeBody(comparison.effects.startsWith("unit+"), grain) : ""}`;
}

/** Labels are text, whatever they look like. */
function colClasses({grain}: ExplorerComparison): string {
  const labels = grain.keys.filter((name) => !(grain.columns[name] instanceof Float64Array));
  return labels.length === 0 ? "NA" : labels.map((name) => `${text(name)} = "character"`).join(", ");
}

function text(name: string): string {
  return JSON.stringify(name);
}

function line(words: string): string {
  return words.replaceAll(/[\r\n]+/g, " ");
}

const body = `n <- length(y)
# residuals on controls and levels, by an orthonormal basis of their columns
basis <- function(m) {
  scale <- sqrt(colSums(m^2)); m <- sweep(m, 2, ifelse(scale > 0, scale, 1), "/")
  q <- qr(m, tol = 1e-9); qr.Q(q)[, seq_len(q$rank), drop = FALSE]
}
root <- sqrt(w)
q0 <- basis(controls * root)
left <- function(v) { r <- v * root; r <- r - q0 %*% crossprod(q0, r); r <- r - q0 %*% crossprod(q0, r); drop(r) }
xt <- left(x); yt <- left(y)
b <- sum(xt * yt) / sum(xt^2)
e <- yt - b * xt
q <- cbind(q0, xt / sqrt(sum(xt^2)))
k <- ncol(q)
z <- xt / sum(xt^2)
r <- sum(xt * yt) / sqrt(sum(xt^2) * sum(yt^2))
groups <- split(seq_len(n), factor(cluster, levels = unique(cluster)))
power <- function(m) { s <- eigen((m + t(m)) / 2, symmetric = TRUE); s$vectors %*% (ifelse(s$values > 1e-10, 1 / sqrt(abs(s$values)), 0) * t(s$vectors)) }
if (type == "CR2") {
  # errors alike under the working model, whatever the rows' weight: M = (I - H)(I - H)'
  h <- (q / root) %*% t(q * root)
  m <- (diag(n) - h) %*% t(diag(n) - h)
  zw <- z * root; ew <- e / root
  a <- lapply(groups, function(g) drop(power(m[g, g, drop = FALSE]) %*% zw[g]))
  v <- sum(mapply(function(g, s) sum(s * ew[g])^2, groups, a))
  p <- outer(seq_along(groups), seq_along(groups), Vectorize(function(i, j) drop(a[[i]] %*% m[groups[[i]], groups[[j]], drop = FALSE] %*% a[[j]])))
  df <- sum(diag(p))^2 / sum(p^2)
} else if (type == "CR1") {
  v <- sum(vapply(groups, function(g) sum(z[g] * e[g])^2, 0)) * length(groups) / (length(groups) - 1)
  df <- length(groups) - 1
} else if (type == "HC3") {
  v <- sum((z * e / (1 - rowSums(q^2)))^2); df <- n - k
} else {
  v <- sum(e^2) / (n - k) / sum(xt^2); df <- n - k
}
show <- function(name, value) cat(sprintf("%-14s %.15g\\n", name, value))
show("n", n); show("estimate", b); show("partial_r", r)
if (type != "none") {
  se <- sqrt(v); reach <- qt(0.975, df) * se
  show("se", se); show("df", df); show("p", 2 * pt(-abs(b / se), df)); show("low", b - reach); show("high", b + reach)
}
`;

/** Without fixed effects of unit and year the draws are measured from their mean, and there is no interval of them. */
function exchangeBody(zero: boolean, {time}: ExplorerComparison["grain"]): string {
  return `# whole courses exchanged among units, as drawn for the page; what is left of rows that are alone is nothing
inside <- keep[whole$positive]
spread <- function(v) { all <- numeric(length(inside)); all[inside] <- v; all }
x <- whole$x[whole$positive]; cluster <- whole$cluster[whole$positive]; root <- sqrt(whole$w[whole$positive])
xt <- spread(xt); yt <- spread(yt)
groups <- split(seq_along(x), factor(cluster, levels = unique(cluster)))
times <- ${time === null ? "rep(0, nrow(d))" : `d[[${text(time)}]]`}[whole$positive]
order_in <- lapply(groups, function(g) g[order(times[g])])
draws <- as.matrix(read.csv("exchanges.csv"))
u <- sum(x * yt * root); s <- sum(x * xt * root)
both <- apply(draws, 1, function(from) {
  taken <- x
  for (i in seq_along(from)) taken[order_in[[i]]] <- x[order_in[[from[i]]]]
  c(sum(taken * yt * root), sum(taken * xt * root))
})
us <- both[1, ]; vs <- both[2, ]
centre <- ${zero ? "0" : "mean(us)"}
beyond <- sum(abs(us - centre) >= abs(u - centre) - 1e-11 * abs(u))
show("exchange_p", (beyond + 1) / (length(us) + 1))
${
  zero
    ? `ends <- ifelse(abs(vs) < s * (1 - 1e-12), 1, NA)
one <- (u - us) / (s - vs); other <- (u + us) / (s + vs)
lows <- sort(ifelse(is.na(ends), -Inf, pmin(one, other))); highs <- sort(ifelse(is.na(ends), Inf, pmax(one, other)))
few <- floor(0.05 * (length(us) + 1) + 1e-9)
if (few > 0) { show("exchange_low", lows[few]); show("exchange_high", highs[length(us) + 1 - few]) }
`
    : ""
}`;
}
