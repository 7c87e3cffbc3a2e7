# Rscript rank.R > rank.json
suppressMessages({library(coin); library(jsonlite)})
set.seed(5)
two <- function(m, n, digits, ...) {
  x <- round(rnorm(m, 0.4), digits); y <- round(rnorm(n), digits)
  w <- suppressWarnings(wilcox.test(x, y, conf.int = TRUE, tol.root = 1e-14, ...))
  g <- suppressWarnings(wilcox.test(x, y, alternative = "greater", ...))
  list(x = x, y = y, W = unname(w$statistic), p = w$p.value, greater = g$p.value, low = w$conf.int[1], high = w$conf.int[2])
}
one <- function(n, digits) {
  d <- round(rnorm(n, 0.4), digits)
  w <- suppressWarnings(wilcox.test(d, conf.int = TRUE, tol.root = 1e-14)); l <- suppressWarnings(wilcox.test(d, alternative = "less"))
  list(d = d, V = unname(w$statistic), p = w$p.value, less = l$p.value, low = round(w$conf.int[1], 12), high = round(w$conf.int[2], 12))
}
many <- function(n, k, digits) {
  m <- matrix(round(rnorm(n * k), digits), n); f <- friedman.test(m)
  kw <- kruskal.test(as.vector(m), rep(seq_len(k), each = n))
  list(m = m, friedman = unname(f$statistic), friedman_p = f$p.value, kruskal = unname(kw$statistic), kruskal_p = kw$p.value)
}
tied <- function(m, n) {
  x <- round(rnorm(m, 0.6) * 2); y <- round(rnorm(n))
  test <- wilcox_test(c(x, y) ~ factor(rep(1:2, c(m, n))), distribution = "exact")
  list(x = x, y = y, p = c(pvalue(test)))
}
w <- prop.test(15, 50, correct = FALSE); b <- binom.test(3, 40)
tt <- t.test(extra ~ group, sleep); tp <- t.test(extra ~ group, sleep, var.equal = TRUE)
cat(toJSON(list(
  two = list(two(6, 9, 6), two(20, 31, 6), two(60, 55, 6), two(12, 14, 0)),
  one = list(one(7, 6), one(30, 6), one(80, 6), one(25, 0)),
  many = list(many(8, 4, 6), many(10, 3, 0)),
  tied = list(tied(5, 8), tied(12, 9)),
  proportions = list(low = w$conf.int[1], high = w$conf.int[2], exact_low = b$conf.int[1], exact_high = b$conf.int[2]),
  welch = list(t = unname(tt$statistic), df = unname(tt$parameter), p = tt$p.value, low = tt$conf.int[1], high = tt$conf.int[2]),
  pooled = list(t = unname(tp$statistic), df = unname(tp$parameter), p = tp$p.value, low = tp$conf.int[1], high = tp$conf.int[2])
), digits = NA, auto_unbox = TRUE))
