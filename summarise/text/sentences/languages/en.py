"""English: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
adm amb approx assoc asst atty brig ca capt cf cmdr col cont'd cpl dept det dr drs e.g eg fr gen
gens geo gov govs hon i.e ie insp lieut lt maj messrs mr mrs ms mt p.s pfc ph pres prof profs ps
pvt rep reps rev revd rt sec sen sens sgt spc sr.ta st supt v viz vs wm
"""

BEFORE_NUMBERS = """
al approx apr apt art aug c ca ch chap cl cls cmt col dec div ed eq eqs exh ext feb fig figs fol jan
jul jun ln lns mar no nos nov oct p par para paras pp pt pts rev rul sched sec secs sep sept ser
stat supp suppl tab tel tit ver vol vols
"""

ABBREVIATIONS = """
apt pct qt tbsp tsp
"""

CHAINED = """
adm admin ala ann app ariz ark assn assoc bankr bros cal cas cir civ colo com comm commn comp conn
const crim ct del dept dist div econ eng engg evid fed fla ga gen ill ind indus ins int inv jud kan
ky la lab mass md mech mfg mfrs mich minn miss mo mont nat natl neb nev okla ore pa proc prod pub rd
reg regs res rest restat rev rul serv soc stat sup super supp supt surr tenn tex tit trans univ va
vt wash wis wyo
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
