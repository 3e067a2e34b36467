"""Tables of any archive that need no judgement, and passages beyond memory."""
