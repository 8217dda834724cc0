# Writes looks.csv beside this file: Rscript looks.R > looks.csv
# Limits of alpha spending by multivariate normal probabilities, not by recursive integration.
suppressPackageStartupMessages(library(mvtnorm))
options(warn = -1) # Miwa takes 1000 for infinity, and says so
cat("# ", R.version.string, ", mvtnorm ", as.character(packageVersion("mvtnorm")), ", by looks.R\n", sep = "")
cat("case,quantity,value\n")
limits <- function(t, alpha) {
  spent <- 2 * pnorm(qnorm(alpha / 4) / sqrt(t))
  z <- c()
  for (k in seq_along(t)) {
    sigma <- outer(1:k, 1:k, Vectorize(function(i, j) sqrt(min(t[i], t[j]) / max(t[i], t[j]))))
    above <- function(c) if (k == 1) pnorm(-c) else
      pmvnorm(c(-z, c), c(z, Inf), corr = sigma, algorithm = Miwa(steps = 4096))[1]
    z <- c(z, uniroot(function(c) above(c) - (spent[k] - if (k > 1) spent[k - 1] else 0), c(0.01, 15), tol = 1e-11)$root)
  }
  z
}
for (alpha in c(0.05, 0.01)) for (t in list(c(0.5, 1), c(0.4, 0.7, 1), c(0.6, 0.8, 1), c(0.25, 0.5, 0.75, 1))) {
  z <- limits(t, alpha)
  for (k in seq_along(z)) cat(paste(t, collapse = " "), " ", alpha, ",", k, ",", format(z[k], digits = 10), "\n", sep = "")
}
