# Which posts share most text: what share of one stands in another as well?
# In runs of eight words or more. A character counts once, however many runs it is part of.

from read import read

lengths = read("posts").set_index("post_id")["text"].str.len()
runs = read("shared_passages")
runs["place"] = [range(run.char_start, run.char_end) for run in runs.itertuples()]
pairs = runs.merge(runs, on="passage_id", suffixes=("", "_other")).query("post_id != post_id_other")
shared = pairs.explode("place").groupby(["post_id", "post_id_other"])["place"].nunique()
answer = shared.div(lengths, level="post_id").round(4).nlargest(10).reset_index(name="share")
print(answer.to_string(index=False))
