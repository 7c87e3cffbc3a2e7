# Event studies of base_stagg with holes in it, by least squares on all dummies, errors by unit as in fixest; run from the root
suppressMessages(library(jsonlite))
d <- read.csv("test/golden/data/base_stagg.csv")
d$y[seq(5, nrow(d), 11)] <- NA; d$x1[seq(3, nrow(d), 37)] <- NA
fit <- function(d, D) {
  X <- cbind(D, x1 = d$x1); F <- qr(model.matrix(~ factor(id) + factor(year), d)); X <- qr.resid(F, X); y <- qr.resid(F, d$y)
  b <- qr.coef(qr(X), y); S <- rowsum(X * drop(y - X %*% b), d$id); n <- nrow(d); G <- nrow(S)
  K <- ncol(X) + length(unique(d$year)); B <- solve(crossprod(X))
  list(b = b, V = B %*% crossprod(S) %*% B * G / (G - 1) * (n - 1) / (n - K))
}
study <- function(d) {
  d <- d[complete.cases(d[, c("y", "x1")]) & d$year_treated > 1, ]
  e <- ifelse(d$year_treated > 10, NA, d$year - d$year_treated)
  key <- ifelse(is.na(e) | e == -1, NA, paste(d$year_treated, e)); keys <- unique(na.omit(key))
  f <- fit(d, sapply(keys, function(k) as.numeric(!is.na(key) & key == k)))
  rows <- sapply(keys, function(k) sum(key == k, na.rm = TRUE)); since <- as.numeric(sub(".* ", "", keys)); p <- seq_along(keys)
  mean_of <- function(take) { w <- ifelse(take, rows, 0); w <- w / sum(w); list(b = sum(w * f$b[p]), se = sqrt(drop(t(w) %*% f$V[p, p] %*% w))) }
  events <- sort(unique(since)); names(events) <- events
  weighted <- c(lapply(events, function(v) mean_of(since == v)), list(att = mean_of(since >= 0)))
  g <- fit(d, sapply(events, function(v) as.numeric(!is.na(e) & e == v))); q <- seq_along(events)
  list(n = nrow(d), weighted = weighted, conventional = lapply(setNames(q, events), function(i) list(b = g$b[[i]], se = sqrt(g$V[i, i]))))
}
# without units that are never treated the last cohort is the comparison, until it is treated
last <- max(d$year_treated[d$year_treated <= 10]); treated <- d[d$year_treated <= last & d$year < last, ]
treated$year_treated[treated$year_treated == last] <- 10000
writeLines(toJSON(list(all = study(d), treated = study(treated)["weighted"]), auto_unbox = TRUE, digits = NA), "test/golden/did/events.json")
