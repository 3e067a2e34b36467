# Where do the posts contradict each other or themselves?
# 'unclear': the text does not decide it. Where a figure fails a check, see question 10.

from read import read

checks = read("consistency_checks").query("check_type == 'contradiction' and outcome != 'holds'")
items = read("consistency_items").sort_values("post_id")
items = checks.query("confidence != 'low'").merge(items, on="check_id")
posts = items.groupby(["check_id", "finding", "outcome", "confidence"])["post_id"]
answer = posts.agg(post_ids=lambda ids: ", ".join(ids.unique())).reset_index()
print(answer.to_string(index=False))
