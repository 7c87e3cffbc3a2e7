# Random effects, means and Hausman's test of an unbalanced panel: Rscript unbalanced.R > unbalanced.json
suppressMessages({library(plm); library(jsonlite)})
d <- read.csv("../data/grunfeld.csv")
set.seed(1)
out <- sample(200, 37)
p <- pdata.frame(d[-out, ], index = c("firm", "year"))
of <- function(model) {
  m <- plm(inv ~ value + capital, p, model = model)
  list(b = unname(coef(m)), se = unname(sqrt(diag(vcov(m)))))
}
r <- plm(inv ~ value + capital, p, model = "random")
w <- plm(inv ~ value + capital, p, model = "within")
cat(toJSON(list(left_out = sort(out), random = of("random"), between = of("between"),
  sigma2 = unname(r$ercomp$sigma2), hausman = phtest(w, r)$statistic[[1]]), digits = 15, pretty = TRUE, auto_unbox = TRUE))
