# Rscript association.R > association.json
library(jsonlite)
set.seed(11)
case <- function(n, round_to = NA, sign = 1) {
  x <- rnorm(n, 1e3, 3); y <- sign * 0.4 * x + rnorm(n, 0, 2)
  if (!is.na(round_to)) { x <- round(x / round_to); y <- round(y / round_to) }
  p <- cor.test(x, y, conf.level = 0.9)
  s <- suppressWarnings(cor.test(x, y, method = "spearman"))
  k <- suppressWarnings(cor.test(x, y, method = "kendall"))
  kn <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE, continuity = TRUE))
  z <- rnorm(n); w <- runif(n)
  u <- resid(lm(x ~ z + w)); v <- resid(lm(y ~ z + w))
  list(x = x, y = y, z = z, w = w,
    pearson = list(r = unname(p$estimate), t = unname(p$statistic), p = p$p.value, low = p$conf.int[1], high = p$conf.int[2]),
    spearman = list(rho = unname(s$estimate), S = unname(s$statistic), p = s$p.value),
    kendall = list(tau = unname(k$estimate), p = k$p.value, z_cc = unname(kn$statistic), p_cc = kn$p.value),
    partial = cor(u, v), weighted = cov.wt(cbind(x, y), w, cor = TRUE)$cor[1, 2])
}
cat(toJSON(list(case(8), case(9), case(12), case(30), case(60), case(200), case(25, 2), case(7, 3), case(15, sign = -1), case(40, sign = -1)), digits = NA, auto_unbox = TRUE))
