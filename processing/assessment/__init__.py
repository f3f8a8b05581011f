"""How good a map is, and how sure one may be of it: the statistics that every domain shares.

``confusion`` and ``stratified`` hold the scores, ``agreement`` compares two readers, ``intervals`` says how
far to trust a figure; ``map_assessment`` goes from files to figures. Nothing is imported here: the catalogue
passes by.
"""
