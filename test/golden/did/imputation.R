# Imputation after Borusyak, Jaravel and Spiess (2024), by dense algebra: theorem 1, and the variance of equation 8; run from the root
suppressMessages(library(jsonlite))
d <- read.csv("test/golden/data/base_stagg.csv")
impute <- function(d, ahead, x1) {
  d <- d[d$year_treated > 1, ]; d$first <- ifelse(d$year_treated > 10, Inf, d$year_treated)
  u <- d$year < d$first - ahead; t <- d$year >= d$first
  Z <- cbind(model.matrix(~ factor(id) + factor(year), d), if (x1) d$x1)
  Z0 <- Z[u, ]; g <- qr.coef(qr(Z0), d$y[u]); aliased <- is.na(g); Z <- Z[, !aliased]; Z0 <- Z[u, ]; g <- g[!aliased]
  known <- t & d$id %in% d$id[u] & d$year %in% d$year[u]
  tau <- d$y - drop(Z %*% g); since <- d$year - d$first; B <- solve(crossprod(Z0))
  cell <- paste(d$first, d$year)
  mean_of <- function(take) {
    w <- take / sum(take); v <- w; v[u] <- -drop(Z0 %*% B %*% (t(Z[take, ]) %*% w[take]))
    stopifnot(abs(sum(v * d$y) - sum(w * tau)) < 1e-9)
    bar <- ave(ifelse(take, v^2 * tau, 0), cell, FUN = sum) / ave(ifelse(take, v^2, 0), cell, FUN = sum)
    e <- ifelse(take, tau - bar, ifelse(u, tau, 0))
    list(b = sum(w * tau), se = sqrt(sum(rowsum(v * e, d$id)^2)))
  }
  events <- sort(unique(since[known]))
  out <- lapply(setNames(events, events), function(e) mean_of(known & since == e))
  c(list(n = sum(u) + sum(known), untreated = sum(u), all = mean_of(known)), out)
}
# with holes, a unit keeps the rows that it has
holes <- d[-seq(5, nrow(d), 11), ]
writeLines(toJSON(list(plain = impute(d, 0, FALSE), covariate = impute(d, 0, TRUE), ahead = impute(d, 2, FALSE), holes = impute(holes, 0, FALSE)), auto_unbox = TRUE, digits = NA), "test/golden/did/imputation.json")
