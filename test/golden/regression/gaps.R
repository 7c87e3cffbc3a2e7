# Gaps in time: Newey and West's products by period, written out as sandwich goes by row, and plm's differences by time.
# Makes gaps.json beside it: Rscript test/golden/regression/gaps.R
suppressMessages({library(plm); library(sandwich); library(jsonlite)})
newey <- function(m, time, lag) {
  s <- estfun(m)
  meat <- crossprod(s)
  for (l in seq_len(lag)) for (i in seq_along(time)) for (j in seq_along(time))
    if (time[i] - time[j] == l) meat <- meat + (1 - l / (lag + 1)) * (outer(s[i, ], s[j, ]) + outer(s[j, ], s[i, ]))
  b <- bread(m) / nrow(s)
  sqrt(diag(b %*% meat %*% b))
}
d <- data.frame(y = c(1, 4, 6, 2, 3, 5, 6), x = c(1, 2, 5, 4, 5, 9, 7), t = c(1, 2, 3, 7, 8, 9, 20))
m <- lm(y ~ x, d)
stopifnot(all.equal(newey(m, 1:7, 2), sqrt(diag(NeweyWest(m, lag = 2, prewhite = FALSE, adjust = FALSE)))))
g <- read.csv("test/golden/data/grunfeld.csv")
out <- fromJSON("test/golden/regression/unbalanced.json")$left_out
p <- pdata.frame(g[-out, ], index = c("firm", "year"))
by <- function(x) as.numeric(diff(x, shift = "time"))
f <- summary(lm(by(p$inv) ~ by(p$value) + by(p$capital)))$coefficients
write_json(list(newey = unname(newey(m, d$t, 2)), rows = unname(newey(m, 1:7, 2)), n = sum(!is.na(by(p$inv))),
  fd = list(b = unname(f[, 1]), se = unname(f[, 2]))), "test/golden/regression/gaps.json", digits = NA, auto_unbox = TRUE)
