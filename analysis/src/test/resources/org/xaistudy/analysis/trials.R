# Writes trials.csv beside this file: Rscript trials.R > trials.csv
suppressPackageStartupMessages({ library(lme4); library(glmmTMB) })
cat("# ", R.version.string, ", lme4 ", as.character(packageVersion("lme4")), ", glmmTMB ",
    as.character(packageVersion("glmmTMB")), ", by trials.R\n", sep = "")
cat("case,quantity,value\n")
out <- function(case, quantity, value)
  cat(case, ",", quantity, ",", format(as.numeric(value), digits = 12), "\n", sep = "")

# The made-up people of TrialReferenceTest, each about 14 of 24 stimuli; a stimulus is an id with a truth.
rows <- expand.grid(trial = 0:13, person = 0:59)
p <- rows$person
rows$arm <- p %% 3
rows$truth <- rows$trial %% 2
rows$id <- (p * 3 + rows$trial * 7) %% 12
rows$stimulus <- rows$id * 2 + rows$truth
d <- c(2, 1, 0)[rows$arm + 1] + 0.8 * qnorm(((p * 37) %% 60 + 0.5) / 60)
c <- -0.2 + 0.9 * qnorm(((p * 23 + 11) %% 60 + 0.5) / 60)
shift <- 0.6 * qnorm(((rows$stimulus * 7) %% 24 + 0.5) / 24)
noise <- (p * 7919 + rows$trial * 104729 + p * rows$trial * 31) %% 1000 / 1000
rows$yes <- as.integer(noise < pnorm((rows$truth - 0.5) * d - c + shift))
rows$half <- rows$truth - 0.5
rows$method <- factor(rows$arm)

crossed <- function(case, s, people, stimuli, fit) {
  for (i in seq_len(nrow(s))) { out(case, paste0("estimate", i), s[i, 1]); out(case, paste0("error", i), s[i, 2]) }
  out(case, "bias_sd", attr(people, "stddev")[1]); out(case, "sensitivity_sd", attr(people, "stddev")[2])
  out(case, "correlation", attr(people, "correlation")[1, 2])
  out(case, "stimulus_sd", attr(stimuli, "stddev"))
  out(case, "log_likelihood", logLik(fit))
}
# lme4 takes expected information into Laplace's determinant. That is the observed one with a logit
# link, so there it must agree; with a probit link it differs a little, and glmmTMB has the observed.
tight <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-12, optCtrl = list(rhoend = 1e-9, maxfun = 1e5), check.conv.grad = "ignore")
for (link in c("logit", "probit")) {
  fit <- glmer(yes ~ half * method + (half | person) + (1 | stimulus), rows, binomial(link), control = tight)
  crossed(paste0("lme4_", link), summary(fit)$coef, VarCorr(fit)$person, VarCorr(fit)$stimulus, fit)
}
fit <- glmmTMB(yes ~ half * method + (half | person) + (1 | stimulus), rows, binomial("probit"),
               control = glmmTMBControl(optCtrl = list(rel.tol = 1e-14, iter.max = 1e4, eval.max = 1e4)))
crossed("glmmTMB_probit", summary(fit)$coef$cond, VarCorr(fit)$cond$person, VarCorr(fit)$cond$stimulus, fit)

# Response times: log-normal, with pace of people and stimuli.
rows$correct <- as.integer(rows$yes == rows$truth)
pace <- 0.4 * qnorm(((p * 17) %% 60 + 0.5) / 60)
slow <- 0.2 * qnorm(((rows$stimulus * 11) %% 24 + 0.5) / 24)
rest <- 0.5 * qnorm(((p * 31 + rows$trial * 97 + p * rows$trial * 13) %% 997 + 0.5) / 997)
rows$ms <- round(exp(8.5 + 0.1 * rows$arm - 0.15 * rows$correct + pace + slow + rest))
rows$cell <- factor(paste(rows$arm, rows$correct))
times <- function(case, formula) {
  fit <- lmer(formula, rows, REML = TRUE, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12)))
  b <- fixef(fit); v <- as.matrix(vcov(fit))
  contrast <- function(name, w) { out(case, name, sum(w * b)); out(case, paste0(name, "_error"), sqrt(t(w) %*% v %*% w)) }
  for (arm in 0:2) {
    e <- function(c) as.numeric(names(b) == paste0("cell", arm, " ", c)); r <- function(c) as.numeric(names(b) == paste0("cell0 ", c))
    contrast(paste0("right", arm), e(1)); contrast(paste0("wrong", arm), e(0)); contrast(paste0("ratio", arm), e(1) - e(0))
    if (arm > 0) contrast(paste0("difference", arm), (e(1) + e(0) - r(1) - r(0)) / 2)
  }
  s <- as.data.frame(VarCorr(fit))
  out(case, "participant_sd", s$sdcor[s$grp == "person"]); out(case, "residual_sd", s$sdcor[s$grp == "Residual"])
  if ("stimulus" %in% s$grp) out(case, "stimulus_sd", s$sdcor[s$grp == "stimulus"])
  out(case, "criterion", REMLcrit(fit))
}
times("times", log(ms) ~ 0 + cell + (1 | person) + (1 | stimulus))
times("times_people", log(ms) ~ 0 + cell + (1 | person))
