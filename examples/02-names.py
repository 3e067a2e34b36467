# Under which names do the posts speak of one operation, 除冰肃毒?

from read import read

operation = read("operations").query("name_zh == '除冰肃毒'")
mentions = operation.merge(read("operation_mentions"), on="operation_id")
posts = mentions.groupby(["name", "name_zh", "name_zh_basis", "quote"])["post_id"]
answer = posts.agg(mentions="size", post_ids=lambda ids: ", ".join(ids.unique())).reset_index()
print(answer.to_string(index=False))
