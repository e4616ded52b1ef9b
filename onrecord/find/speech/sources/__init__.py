"""Sources and channels: according to whom, on what, in whose words."""
