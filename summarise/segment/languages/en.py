"""English: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
adm amb approx assoc asst atty brig ca capt cf cmdr col cont'd cpl dept det dr drs e.g eg fr gen
gens geo gov govs hon i.e ie insp lieut lt maj messrs mr mrs ms mt p.s pfc ph pres prof profs ps
pvt rep reps rev revd rt sec sen sens sgt spc sr.ta st supt v viz vs wm
"""

BEFORE_NUMBERS = """
approx apr art aug c ca ch chap dec ed eq ext feb fig figs jan jul jun mar no nos nov oct p par
para pp sec secs sep sept tel ver vol vols
"""

BEFORE_NAMES = """
e.u u.k u.n u.s u.s.s
"""

STARTERS = """
a according after all also although among an analysts and another are as at because before
between both but by can could despite did do does dr during each even every few for from had has
have he her here his how however i if in is it its just last many may meanwhile might more
moreover most mr mrs ms my next no nor not now of officials on once one only or other our over
several she should since so some still such that the their then there these they this those
though three to traders two under until was we were what when where which while who why will
with without would yet you your
"""
