"""Hungarian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
dipl dr ezr gr id ifj ill kb mb pl prof st szds szt vö özv ún
"""

BEFORE_NUMBERS = """
bek em fej fsz kb ker köt lsz old op sz tel táb évf ütv
"""

ABBREVIATIONS = """
i.e i.sz kr.e kr.u
"""

STARTERS = """
a akkor amikor annak az azok azonban azt aztán csak de egy ennek ez ezek ezután ezért ha hogy
három is itt később két ma mert mi minden mindenki mivel most már még míg nem néhány ott sok
szerinte te tegnap ti ugyanakkor van volt én és így ő ők
"""
