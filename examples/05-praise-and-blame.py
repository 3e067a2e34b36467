# Whom do the posts praise and blame, with how many words, in how many posts?
# In their own voice or in irony, and only those whom more than one post praises or blames.

from read import read

words = read("evaluations").query("voice in ['own', 'ironic']")
words = words.assign(praise=words.polarity == "favourable", blame=words.polarity == "unfavourable")
groups = words.groupby(["target_country", "target"], dropna=False)
answer = groups.agg({"praise": "sum", "blame": "sum", "post_id": "nunique"}).reset_index()
answer = answer.rename(columns={"post_id": "posts"}).query("posts > 1")
print(answer.to_string(index=False))
