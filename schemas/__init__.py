"""The tables: one pandera schema each, from which every description is generated."""
