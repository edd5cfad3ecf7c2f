"""Says when each thing told took place or will: by the time beside it, by its sentence, by what was told before."""
