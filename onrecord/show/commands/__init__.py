"""The commands, one file for each group; what is heavy is imported inside them."""
