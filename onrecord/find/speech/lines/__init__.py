"""Speech that no verb introduces: headlines, colons, posts, block quotations, transcripts."""
