"""What our words mean: the types that every stage takes and gives."""
