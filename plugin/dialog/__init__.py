"""The dialog of a job: Processing's own, with what people expect around a run."""
