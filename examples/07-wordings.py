# Which statement stands in most posts, and in which words?
# The last three columns say in what the words differ from the statement.

from read import read

stated = read("claim_propositions").merge(read("claims"), on="claim_id")
counts = stated.groupby("proposition_id")["post_id"].agg(posts="nunique", claims="size")
order = ["posts", "claims", "proposition_id"]
first = counts.sort_values(order, ascending=[False, False, True]).index[0]
answer = stated.query("proposition_id == @first").merge(read("propositions"), on="proposition_id")
answer = answer.sort_values("claim_id")[["text", "claim_id", "quote", "actor", "items", "purpose"]]
print(answer.to_string(index=False))
