"""Recipes that make every weight the package ships, from public data named in each card."""
