"""How far annotators agree: Krippendorff's alpha of stances, F1 of quotations, with intervals over articles."""
