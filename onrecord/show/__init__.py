"""The record, for people and for programs."""
