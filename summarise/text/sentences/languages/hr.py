"""Croatian and Serbian in Latin letters: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
dipl doc dr gosp gđa ing mag mr npr prof sv tj tzv ul
"""

BEFORE_NUMBERS = """
br gl knj odl op pogl sl st str sv tab toč čl
"""

STARTERS = """
a ako ali danas do dok dva gdje i ipak iz ja jedan jedna jer još jučer kada kako kasnije kod mi
na nakon ne no od on ona ondje oni ono ova ovaj ovdje ovo po potom prema s sa sada se stoga svi
ta tada taj također ti tko to tri u već vi za zatim zašto što
"""
