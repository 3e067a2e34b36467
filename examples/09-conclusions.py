# What do the checks against published sources come to, by theme?
# 'supported_by_claimant_only' means that nobody but the claimant vouches for it.

from read import read

reviews = read("claims").merge(read("claim_reviews"), on="claim_id")
conclusions = read("codes").query("list == 'conclusion'")["code"]
answer = reviews.groupby("theme")["conclusion"].value_counts().unstack(fill_value=0)
answer = answer.reindex(columns=conclusions, fill_value=0)
answer.insert(0, "claims", answer.sum(axis="columns"))
answer = answer.reset_index()
print(answer.to_string(index=False))
