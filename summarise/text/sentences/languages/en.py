"""English: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
adm amb approx assoc asst atty brig ca capt cf cmdr col cont'd cpl dept det dr drs e.g eg fr gen
gens geo gov govs hon i.e ie insp lieut lt maj messrs mr mrs ms mt p.s pfc ph pres prof profs ps
pvt rep reps rev revd rt sec sen sens sgt spc sr.ta st supt v viz vs wm
"""

BEFORE_NUMBERS = """
approx apr apt art aug c ca ch chap dec ed eq ext feb fig figs jan jul jun mar no nos nov oct p par
para pp sec secs sep sept tel ver vol vols
"""

ABBREVIATIONS = """
apt pct qt tbsp tsp
"""

BEFORE_NAMES = """
e.u u.k u.n u.s u.s.s
"""

STARTERS = """
a according after all also although among an analysts and another are as at because before
besides between both but by can could critics despite did do does dr during each earlier even
every everyone everything few for from had half has have he her here his how however i if in
instead is it its just last later many may maybe meanwhile might more moreover most mr mrs ms my
next no nobody nor not nothing now of officials on once one only or other our over people
perhaps please police several she should since so some someone something still such thanks that
the their then there therefore these they this those though three thus to today traders two
under until was we were what when where which while who why will with without would yes
yesterday yet you your
"""
