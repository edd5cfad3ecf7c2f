"""Hangs quotations and reported words from the verb of saying and its speaker."""
