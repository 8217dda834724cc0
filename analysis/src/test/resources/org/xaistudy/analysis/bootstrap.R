# Writes bootstrap.csv beside this file: Rscript bootstrap.R > bootstrap.csv
cat("# ", R.version.string, ", by bootstrap.R\n", sep = "")
cat("case,quantity,value\n")
out <- function(case, quantity, value)
  cat(case, ",", quantity, ",", format(value, digits = 12), "\n", sep = "")

# Efron & Tibshirani (1993), eq. 14.9 to 14.15; ties with the estimate count half; quantiles of type 7.
bca <- function(estimate, drawn, jack, level) {
  n <- length(drawn)
  share <- (sum(drawn < estimate) + sum(drawn == estimate) / 2) / n
  z0 <- qnorm(min(max(share, 0.5 / n), 1 - 0.5 / n))
  away <- mean(jack) - jack
  a <- sum(away^3) / (6 * sum(away^2)^1.5)
  if (!is.finite(a)) a <- 0
  z <- qnorm(c((1 - level) / 2, (1 + level) / 2))
  quantile(drawn, pnorm(z0 + (z0 + z) / (1 - a * (z0 + z))), type = 7, names = FALSE)
}
limits <- function(case, ...) {
  both <- bca(...)
  out(case, "low", both[1]); out(case, "high", both[2])
}

# Made-up values, as BcaTest makes them up.
drawn <- (((0:198) * 37) %% 199 / 199)^2 * 10
skewed <- c(1, 1.5, 2, 2.5, 4)
limits("skewed", 3, drawn, skewed, 0.95)
limits("level_80", 3, drawn, skewed, 0.8)
limits("mirrored", 4, drawn, -skewed, 0.95)
limits("ties", 2, ifelse(drawn > 1 & drawn < 4, 2, drawn), skewed, 0.95)
limits("above_all", 11, drawn, skewed, 0.95)
limits("below_all", -1, drawn, skewed, 0.95)
limits("equal_jackknife", 3, drawn, c(1, 1, 1), 0.95)
out("skewed", "error", sd(drawn))

# People of ClusterBootstrapTest: different numbers of trials, one person much worse than the rest.
tp <- c(9, 8, 8, 7, 9, 6, 8, 7, 9, 0, 8, 5); fn <- c(1, 0, 2, 1, 3, 2, 0, 4, 1, 12, 1, 5)
fp <- c(1, 2, 0, 1, 3, 0, 2, 1, 0, 11, 1, 4); tn <- c(8, 9, 7, 8, 6, 9, 8, 7, 12, 1, 9, 5)
statistics <- list(
  tpr = function(tp, fn, fp, tn) tp / (tp + fn),
  tnr = function(tp, fn, fp, tn) tn / (tn + fp),
  accuracy = function(tp, fn, fp, tn) (tp + tn) / (tp + fn + fp + tn),
  d_prime = function(tp, fn, fp, tn) qnorm((tp + .5) / (tp + fn + 1)) - qnorm((fp + .5) / (fp + tn + 1)),
  criterion = function(tp, fn, fp, tn) -(qnorm((tp + .5) / (tp + fn + 1)) + qnorm((fp + .5) / (fp + tn + 1))) / 2)
set.seed(1)
n <- length(tp)
chosen <- matrix(sample(n, n * 400000, replace = TRUE), n)
total <- function(counts) colSums(matrix(counts[chosen], n))
sums <- lapply(list(tp, fn, fp, tn), total)
for (name in names(statistics)) {
  f <- statistics[[name]]
  values <- do.call(f, sums)
  out(name, "error", sd(values))
  limits(name, f(sum(tp), sum(fn), sum(fp), sum(tn)), values,
         f(sum(tp) - tp, sum(fn) - fn, sum(fp) - fp, sum(tn) - tn), 0.95)
}
