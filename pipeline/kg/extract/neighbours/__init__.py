"""Reads facts off what stands side by side: a place in its land, a person and their party or country."""
