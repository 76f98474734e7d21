"""How good what rules and models find is, against what people decided."""
