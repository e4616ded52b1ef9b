"""Direct speech: what stands in quotation marks, and who is behind it."""
