"""The figures of a data card: counts crossed two by two, drawn as static SVG, each with its words and its table."""
