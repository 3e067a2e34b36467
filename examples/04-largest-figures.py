# What do published sources say of the posts' numbers of 20 million people and more?
# 'same_claimant' and 'repeats' show where a number comes from, not that it is true.

from read import read

figures = read("figures").query("unit == 'person' and figure_role == 'level' and value >= 20e6")
figures = figures.merge(read("claim_reviews"), on="claim_id")
checks = read("reference_checks").merge(read("published_sources"), on="source_id", how="left")
answer = figures.merge(checks, on="figure_id", how="left").sort_values(["figure_id", "check_id"])
columns = "figure_id quote conclusion verdict value_as_printed publisher independence"
answer = answer[columns.split()]
print(answer.to_string(index=False))
