# Which drugs do the posts say were seized, when and where, and what limits each number?
# Undated amounts are left out. The others overlap: do not add them up.

from read import read

seized = read("figures").query("indicator_id == 'drugs-seized'").dropna(subset="period")
seized["tonnes"] = seized["value_base"] / 1000  # the base unit of mass is the kilogram
groups = ["period", "place", "tonnes", "qualifier", "substance", "population"]
posts = seized.groupby(groups, dropna=False)["post_id"]
answer = posts.agg(post_ids=lambda ids: ", ".join(ids.unique())).reset_index()
answer = answer.sort_values(["period", "place", "tonnes", "post_ids"])
print(answer.to_string(index=False))
