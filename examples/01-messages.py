# Which messages stand in most posts, of which country, and in which posts?

from read import read

mentions = read("talking_point_mentions").query("voice == 'own'")
mentions = mentions.merge(read("talking_points"), on="talking_point_id")
posts = mentions.groupby(["text", "target_country"], dropna=False)["post_id"]
answer = posts.agg(posts="nunique", sentences="size", post_ids=lambda ids: ", ".join(ids.unique()))
order = ["posts", "sentences", "text", "target_country"]
answer = answer.reset_index().sort_values(order, ascending=[False, False, True, True]).head(10)
print(answer.to_string(index=False))
