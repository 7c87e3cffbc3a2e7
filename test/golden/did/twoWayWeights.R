# Weights of the two-way estimate (de Chaisemartin and D'Haultfoeuille 2020, theorem 1), from lm's residuals; run from the root
suppressMessages(library(jsonlite))
d <- read.csv("test/golden/data/base_stagg.csv")
d$post <- as.numeric(d$year >= d$year_treated)
weigh <- function(x) {
  r <- resid(lm(x ~ factor(id) + factor(year), d)); w <- (x * r / sum(x * r))[x != 0]
  own <- sort(tapply(r^2, d$id, sum) / sum(r^2), decreasing = TRUE)
  list(cells = length(w), negative = sum(w < 0), sum = sum(w[w < 0]), half = unname(which(cumsum(own) >= 0.5)[1]), units = length(own))
}
writeLines(toJSON(list(post = weigh(d$post), amount = weigh(d$post * (1 + d$year / 10))), auto_unbox = TRUE, digits = NA), "test/golden/did/twoWayWeights.json")
