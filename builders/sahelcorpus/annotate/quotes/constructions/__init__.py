"""The constructions by which a text attributes what it quotes; each proposes candidates to the sentence it reads."""
