# Sant'Anna and Zhao's two-by-two estimators, chances of treatment by R's glm, over cohorts and periods of mpdta; run from the root
suppressMessages(library(jsonlite))
# two-by-two estimators of Sant'Anna & Zhao with their influence functions, glm's own covariance
two <- function(dy, D, X, est) {
  n <- length(D); out <- list()
  if (est != "ipw") { b <- lm.fit(X[D==0,,drop=FALSE], dy[D==0])$coefficients; fit <- drop(X %*% b)
    eX <- (1-D)*(dy-fit)*X; lin.ols <- eX %*% solve(crossprod((1-D)*X, X)/n) } else fit <- rep(0,n)
  if (est != "reg") { ps <- glm(D ~ -1+X, family=binomial); p <- pmin(ps$fitted.values,1-1e-6); lin.ps <- ((D-p)*X) %*% (vcov(ps)*n) }
  if (est == "reg") { et <- mean(D*dy)/mean(D); ec <- mean(D*fit)/mean(D)
    it <- (D*dy-D*et)/mean(D); ic <- (D*fit-D*ec + lin.ols %*% colMeans(D*X))/mean(D); return(list(att=et-ec, inf=drop(it-ic))) }
  wc <- p*(1-D)/(1-p); r <- dy-fit
  et <- mean(D*r)/mean(D); ec <- mean(wc*r)/mean(wc)
  it <- D*r - D*et; ic <- wc*r-wc*ec
  ic <- ic + lin.ps %*% colMeans(wc*(r-ec)*X)
  if (est=="dr") { it <- it - lin.ols %*% colMeans(D*X); ic <- ic - lin.ols %*% colMeans(wc*X) }
  list(att=et-ec, inf=drop(it/mean(D)-ic/mean(wc)))
}
d <- read.csv("test/golden/data/mpdta.csv"); d <- d[order(d$countyreal,d$year),]
periods <- sort(unique(d$year)); Y <- matrix(d$lemp, ncol=5, byrow=TRUE); G <- d$first_treat[d$year==2003]; lp <- d$lpop[d$year==2003]
N <- length(G); res <- list()
for (est in c("dr","reg","ipw")) for (ctl in c("never","not-yet")) for (base in c("varying","universal")) for (ant in 0:1) {
  key <- paste(est,ctl,base,ant); cells <- list()
  for (g in sort(unique(G[G>0]))) { if (g <= periods[1]+ant) next
    for (t in if (base=="universal") 1:5 else 2:5) {
      pre <- if (base=="universal") max(which(periods+ant<g)) else t-1
      ctlper <- periods[if (base=="universal") max(t,pre) else t]+ant
      if (g <= periods[t]) pre <- max(which(periods+ant<g))
      if (pre==t) { cells[[length(cells)+1]] <- list(g=g,t=periods[t],att=0,se=NA); next }
      C <- if (ctl=="never") G==0 else (G==0 | (G>ctlper & G!=g))
      i <- which(G==g | C); lo <- min(t,pre); hi <- max(t,pre)
      dy <- if (t>pre) Y[i,t]-Y[i,pre] else Y[i,t]-Y[i,pre]
      r <- two(dy, as.numeric(G[i]==g), cbind(1,lp[i]), est)
      inf <- rep(0,N); inf[i] <- N/length(i)*r$inf
      cells[[length(cells)+1]] <- list(g=g,t=periods[t],att=r$att,se=sqrt(sum(inf^2))/N)
    } }
  res[[key]] <- cells }
writeLines(toJSON(res, auto_unbox=TRUE, digits=NA, na="null"), "test/golden/did/covariates.json")
