"""Views to text: for the terminal, and as JSON, CSV and Markdown."""
