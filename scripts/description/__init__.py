"""From the models to Table Schemas, descriptor and data dictionary."""
