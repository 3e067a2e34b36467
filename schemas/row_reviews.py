"""The table row_reviews."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import if_and_only_if, requires

ROW_REVIEWS = Table(
    "row_reviews",
    "data/evidence",
    "Row reviews",
    "Rows that a reader who took no part in the coding has read with the sentence and the rules "
    "beside them: what was found, as it was found, and what became of it. A row that was corrected "
    "or withdrawn since then is no longer what the reader saw.",
    ("review", "row_id"),
    {
        "review": f.text(
            "Review",
            "The drawing that the row comes from: its table and seed. All rows of a drawing were "
            "drawn at random from the table as it stood.",
            pattern=r"[a-z_]+-[0-9]+",
        ),
        "table": f.text("Table", "The table of the row.", pattern=f.WORD_ID),
        "row_id": f.text("Row", "The row's key; keys of several columns are joined by a space."),
        "reader": f.code("Reader", "Who has read it."),
        "reader_name": f.optional_text("Name of the reader", "Only where the reader wants it."),
        "read_on": f.date("Read on", "The day of the review."),
        "review_verdict": f.code("Verdict", "What the reader found."),
        "column": f.optional_text(
            "Column", "The column that is wrong, where one is.", pattern=f.WORD_ID
        ),
        "correction": f.optional_text("Correction", "What should stand there.", any_script=True),
        "remark": f.optional_text("Remark", "What else the reader says.", any_script=True),
        "answer": f.optional_code("Answer", "What became of it; empty where nothing was to do."),
        "answer_reason": f.optional_text("Reason of the answer", "By which rule the row was kept."),
    },
    (
        if_and_only_if(
            "a row that a reader calls wrong has an answer, and no other",
            "answer",
            lambda row: row["review_verdict"] == "wrong",
            "write corrected or kept in the file of curation/reviews",
        ),
        requires("answer_reason", "answer", "say corrected or kept"),
        if_and_only_if(
            "a row that was kept says why",
            "answer_reason",
            lambda row: row["answer"] == "kept",
            "name the rule in answer_reason",
        ),
    ),
)
