"""The order of the stages, and nothing but the order."""
