"""The default ranking: its parts add up, it is one order, and nothing breaks it."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings

import summarise
from summarise.article import Kind
from summarise.index import Index
from summarise.index.references.kinds import Leaning as Lean
from summarise.methods import salience
from summarise.methods.salience.choice import CONTINUES, SECOND, Choosing, Leaning, Worth, choose
from summarise.methods.salience.features import LEADING, static_features
from summarise.methods.salience.form import facts
from summarise.methods.salience.frame import Frame, ranks, standard
from summarise.methods.salience.inputs import COSTS, LIGHT_AND_RISKY, NUMBERED, bonus_of, leanings
from summarise.methods.salience.risk import (
    ELSEWHERE,
    ENGLISH,
    NEVER,
    SLIGHT,
    SURE,
    Around,
    Risk,
    risk_of,
    share_of,
    signs,
)
from summarise.methods.salience.state import NAMES, State
from summarise.methods.salience.weights import CHANGING, EARLY, FIRST, STATIC
from summarise.methods.salience.wording import wording
from summarise.text.phrases import read_phrases
from tests.summarise.articles import REPORT, article_of, articles

ESSAY = (
    (
        "Harbours along the northern coast are silting up faster than anyone expected.",
        "The dredging fleet of Norwick alone moved two million tons of sand last year.",
    ),
    ("Nobody knows where all the sand comes from.", "Some blame the new breakwater at Norwick."),
    (
        "However, the surveys of the coast guard tell another story.",
        "They show that the river carries more sand than thirty years ago.",
        "Farmers upstream have cut down the woods that held the soil.",
    ),
    (
        "The most important measure is therefore to plant trees along the river.",
        "Dredging should go on until the woods have grown back.",
    ),
)


def score(article):
    return salience.score(Index(article))


def _frame(*paragraphs, **more):
    return Frame(Index(article_of(*paragraphs, **more)))


def _worth(values, risk=None):
    """Rows that are worth something by themselves, and no less for what may dangle."""
    zero = np.zeros(len(values))
    never = zero + NEVER
    return Worth(values, zero, zero, zero, zero, risk or Risk(never, never), {})


@settings(max_examples=100, deadline=None)
@given(articles())
def test_any_article_is_ranked_whole_with_finite_scores_that_are_sums(article):
    scores = score(article)
    assert sorted(scores.ranked()) == list(range(len(article.candidates)))
    assert np.isfinite(scores.values).all()
    assert np.allclose(sum(scores.parts.values(), 0.0), scores.values, rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    "sentences",
    [
        ["The the of and."] * 3,
        ["Harbour."],
        ["Harbour park."] * 5,
        ["...", "!!!", "—"],
        ["東京都は新しい公園を作る。", "新しい公園には橋がある。", "市長は公園を喜んだ。"],
        [""],
        ["a" * 20_000, "\u202e\x00\ud7ff", "((((((((((" * 500, "% $ € 2024 1,000"],
        [":", "?", "-", "•"],
    ],
    ids=["stop words", "one word", "copies", "no words", "Japanese", "empty", "hostile", "marks"],
)
def test_degenerate_articles_are_ranked(sentences):
    order = score(article_of(sentences)).ranked()
    assert sorted(order) == list(range(len(sentences)))


def test_an_article_without_candidates_has_no_scores():
    scores = score(article_of("Only a heading", kinds=[Kind.HEADING]))
    assert not len(scores.values)
    assert scores.ranked() == []


def test_every_length_is_the_beginning_of_the_next_and_the_same_each_time():
    article = article_of(*ESSAY, title="Silted harbours")
    ranking = summarise.rank(article)
    assert ranking.method == "salience"
    lengths = [set(ranking.select(size).indices) for size in range(1, 10)]
    assert all(short < long for short, long in pairwise(lengths))
    assert summarise.rank(article_of(*ESSAY, title="Silted harbours")).order == ranking.order


def test_what_is_not_fit_comes_last_and_its_score_is_no_better():
    article = article_of(
        *ESSAY, "These are the reasons why it matters:", "Photo by Jane Miller", "Really?"
    )
    scores = score(article)
    wrong = [row for row, i in enumerate(article.candidates) if i in Index(article).unfit]
    assert wrong
    order = scores.ranked()
    assert set(order[-len(wrong) :]) == set(wrong)
    best = scores.values[wrong].max()
    assert best <= np.delete(scores.values, wrong).min() + 1e-9
    assert (scores.parts["unfit"] <= 0).all()


def test_a_row_that_leans_waits_for_what_it_leans_on_or_pays():
    frame = _frame(*ESSAY)
    zero = np.zeros(frame.n)
    values = zero.copy()
    values[4], values[0], values[7] = 1.0, 0.9, 0.95
    worth = _worth(values)
    unfit_rows = np.zeros(frame.n, np.bool_)
    free = choose(frame, worth, unfit_rows, [])
    assert free.order[:3].tolist() == [4, 7, 0]
    paying = choose(frame, worth, unfit_rows, [Leaning(4, 0, 0.3)])
    assert paying.order[:3].tolist() == [7, 0, 4]
    assert paying.parts["reference"].tolist() == [0.0] * frame.n
    unpaid = choose(frame, worth, unfit_rows, [Leaning(4, 3, 3.0)])
    assert unpaid.order[:2].tolist() == [7, 0]


def test_a_pick_brings_along_what_it_leans_on_if_that_is_worth_nearly_as_much():
    frame = _frame(*ESSAY)
    zero = np.zeros(frame.n)
    values = zero.copy()
    values[4], values[3] = 3.0, 2.55
    worth = _worth(values)
    order = choose(frame, worth, np.zeros(frame.n, np.bool_), [Leaning(4, 3, 0.4)]).order
    assert order[:2].tolist() == [3, 4]


def test_what_would_open_the_summary_gives_way_to_the_sentence_it_goes_on_from():
    frame = _frame(
        ["Today the harbour opens a new bridge.", "It is long.", "Ships may pass it at night."],
        ["Nobody has paid for the northern lock.", "It was closed in the spring."],
    )

    def opening(*values, unfit=()):
        no = np.isin(np.arange(frame.n), unfit)
        return int(choose(frame, _worth(np.array(values)), no, []).order[0])

    assert opening(0.0, SECOND - 0.1, 0.0, 0.0, 0.0) == 0
    assert opening(0.0, SECOND + 0.1, 0.0, 0.0, 0.0) == 1
    assert opening(0.0, SECOND - 0.1, 0.0, 0.0, 0.0, unfit=(0,)) == 1
    assert opening(0.0, 0.0, SECOND - 0.1, 0.0, 0.0) == 2
    assert opening(0.0, 0.0, 0.0, 0.0, SECOND - 0.1) == 3
    order = choose(
        frame, _worth(np.array([2.0, 0.0, 0.0, 0.0, 1.4])), np.zeros(frame.n, np.bool_), []
    ).order
    assert order[:2].tolist() == [0, 4], "only what opens the summary gives way"


def test_the_sentence_that_says_who_and_what_leads():
    article = article_of(
        ["It has been a long and quiet winter on the coast, as everybody knows."],
        ["Norwick will dredge its silted harbour from May on.", "Dredging takes three years."],
        *ESSAY,
        title="Norwick dredges its harbour",
    )
    features = static_features(Frame(Index(article)))
    assert features["subject"]["leads"].tolist() == [0.0, 1.0] + [0.0] * 10
    assert summarise.rank(article).select(3).indices[0] == 1


def test_a_sure_lead_gets_more_than_one_that_names_nothing_and_takes_the_next_along():
    texts = ["Norwick dredges its harbour.", "It takes years.", "The sand came from the hills."]
    sure, unsure = (
        bonus_of(static_features(_frame(texts, title=title)))
        for title in ("Norwick dredges its harbour", "Salt")
    )
    assert sure.first[0] > unsure.first[0] > 0
    assert sure.early[1] > sure.early[2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NORWICK — The harbour is silting up faster than expected.", True),
        ("NORWICK, North Coast (AP) -- The harbour is silting up.", True),
        ("Norwick - the harbour - is silting up.", False),
        ("NATO has a harbour.", False),
    ],
)
def test_where_a_report_comes_from_is_seen(text: str, found: bool):
    features = static_features(_frame([text, *ESSAY[1]]))
    assert features["subject"]["says where it comes from"].tolist() == [float(found), 0.0, 0.0]


def test_a_question_a_quotation_a_label_and_what_ends_in_a_colon_do_not_lead():
    frame = _frame(
        ["The harbour of Norwick is silting up, as its master writes in his book:"],
        ["Why is the harbour of Norwick silting up?"],
        ["“The harbour of Norwick is silting up more and more.”"],
        ["Harbour of Norwick"],
        *ESSAY[:1],
        title="The harbour of Norwick",
    )
    assert static_features(frame)["subject"]["leads"].tolist() == [0.0] * 4 + [1.0, 0.0]


def test_leaning_costs_less_the_more_is_picked():
    frame = _frame(*ESSAY)
    zero = np.zeros(frame.n)
    values = np.linspace(1.0, 0.2, frame.n)
    worth = _worth(values)
    choosing = Choosing(frame, worth, zero > 0, [Leaning(8, 7, 0.3)])
    before = choosing.values()[8]
    choosing.pick()
    assert values[8] > choosing.values()[8] > before


def test_what_a_pick_says_already_is_held_by_it():
    whole = "The dredging fleet of Norwick moved two million tons of sand from the harbour."
    frame = _frame([whole, "The fleet moved sand.", "Farmers upstream have cut down the woods."])
    state = State(frame)
    state.add(0)
    held = dict(zip(NAMES, state.features(), strict=True))["held by a pick"]
    assert held[1] == pytest.approx(1.0) and held[2] == 0


def test_the_second_of_two_alike_loses_and_the_parts_say_so():
    copied = "The dredging fleet of Norwick alone moved two million tons of sand last year again."
    article = article_of(*ESSAY, copied)
    scores = score(article)
    order = scores.ranked()
    pair = sorted((1, len(article.candidates) - 1), key=order.index)
    assert scores.parts["repeats"][pair[1]] < scores.parts["repeats"][pair[0]] <= 0


def test_every_weight_has_a_feature_and_every_leading_one_exists():
    features = static_features(_frame(*ESSAY))
    for table in (STATIC, EARLY, FIRST):
        for group, weights in table.items():
            assert set(weights) <= set(features[group])
    assert all(set(names) <= set(features[group]) for group, names in LEADING.items())
    assert set(CHANGING) <= set(NAMES)


def test_features_are_finite_and_one_a_row():
    for paragraphs in (ESSAY, REPORT, (("One.",),), (("",),)):
        frame = _frame(*paragraphs)
        for group in static_features(frame).values():
            for name, values in group.items():
                assert values.shape == (frame.n,), name
                assert np.isfinite(values).all(), name
        assert all(values.shape == (frame.n,) for values in State(frame).features())


def test_a_language_without_lists_is_ranked_by_the_rest():
    texts = [" ".join(f"zuk{i % 5}o perat{j % 7}u" for j in range(6)) + "." for i in range(12)]
    article = article_of(texts[:6], texts[6:], language="eu")
    assert not read_phrases("verdicts", "eu")
    found = wording(Frame(Index(article)))
    assert not any(values.any() for values in found.values())
    assert sorted(score(article).ranked()) == list(range(12))


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("en", "The most important thing is to wait.", "verdict"),
        ("en", "You should wait.", "advice"),
        ("de", "Man sollte warten.", "advice"),
        ("fr", "Il faut attendre.", "advice"),
        ("zh", "我们应该等待。", "advice"),
        ("ru", "Нужно подождать.", "advice"),
    ],
)
def test_phrases_are_found_in_each_language(language, sentence, name):
    frame = _frame([sentence, "Zzz zzz."], language=language)
    assert static_features(frame)["wording"][name].tolist() == [1.0, 0.0]


def test_standard_and_ranks_are_bounded():
    values = np.array([0.0, 0.0, 1.0, 1e9])
    assert np.abs(standard(values)).max() <= 3
    assert ranks(values).tolist() == [1 / 6, 1 / 6, 2 / 3, 1.0]
    assert standard(np.zeros(3)).tolist() == [0, 0, 0]


def test_work_grows_with_the_text_and_not_with_pairs(monkeypatch):
    """Entries looked at for a sentence stay the same when the text grows eightfold."""
    from summarise.index.vectors import Vectors

    looked = []
    similarities = Vectors.similarities

    def counted(self, row):
        looked.append(int(self.work[row]))
        return similarities(self, row)

    monkeypatch.setattr(Vectors, "similarities", counted)
    lengths = {}
    for size in (300, 2_400):
        looked.clear()
        lot = Random(1)
        words = ["".join(lot.choices("abcdefghij", k=6)) for _ in range(size * 4)]
        texts = [" ".join(lot.choices(words, k=9)).capitalize() + "." for _ in range(size)]
        score(article_of(*(texts[i : i + 4] for i in range(0, size, 4))))
        lengths[size] = len(looked), sum(looked) / len(looked)
    assert lengths[300][0] <= 300
    assert lengths[2_400][0] <= 1_000
    assert lengths[2_400][1] < 2 * lengths[300][1]


def test_steering_pins_drops_and_focus():
    ranking = summarise.rank(article_of(*ESSAY, title="Silted harbours"))
    last = ranking.order[-1]
    assert ranking.steer(pins={last}).order[0] == last
    assert last not in ranking.steer(drops={last}).order
    focused = ranking.steer(focus={"woods": 3.0})
    assert focused.rank_of(6) < ranking.rank_of(6) or ranking.rank_of(6) == 1
    assert ranking.steer().order == ranking.order


def _words(count: int, name: str) -> str:
    return " ".join([f"The {name}", *(f"{name}{n}" for n in range(count - 2))]) + "."


def test_a_usual_length_is_filled_with_what_fits_and_stays_nested():
    sizes = (30, 40, 25, 12, 30)
    frame = _frame([_words(n, name) for n, name in zip(sizes, "abcde", strict=True)])
    zero = np.zeros(frame.n)
    values = np.array([1.0, 0.9, 0.8, 0.75, 0.2])
    worth = _worth(values)
    order = choose(frame, worth, zero > 0, []).order.tolist()
    # After 30 words 40 more exceed 60: the best that fits comes first; 5 words are left then,
    # and the best of all goes on.
    assert order == [0, 2, 1, 3, 4]


@pytest.mark.parametrize("reason", ["worth too little", "too short", "leans"])
def test_it_is_not_filled_with_what_is_worth_little_tells_little_or_leans(reason):
    sizes = (50, 40, 5 if reason == "too short" else 10, 30)
    frame = _frame([_words(n, name) for n, name in zip(sizes, "abcd", strict=True)])
    zero = np.zeros(frame.n)
    values = np.array([1.0, 0.9, 0.4 if reason == "worth too little" else 0.85, 0.2])
    worth = _worth(values)
    leanings = [Leaning(2, 3, 0.2)] if reason == "leans" else []
    assert choose(frame, worth, zero > 0, leanings).order.tolist()[:2] == [0, 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fleet moved 58,000 tons of sand.", True),
        ("Some 30 boats left the harbour.", True),
        ("The work costs $5 a ton.", True),
        ("It is 7 % more than before.", True),
        ("It costs three million crowns.", True),
        ("The harbour was built in 1999.", False),
        ("It has 3 basins.", False),
        ("Nobody knows how much it costs.", False),
    ],
)
def test_a_share_a_sum_or_a_count_is_seen_and_counts_early(text: str, found: bool):
    frame = _frame([text, *ESSAY[1]], *ESSAY[2:])
    figures = bonus_of(static_features(frame)).figures
    assert bool(figures[0] > 0) is found
    late = _frame(*ESSAY[2:], *ESSAY[2:], [text])
    assert bonus_of(static_features(late)).figures[-1] == 0


def test_what_the_title_names_counts_until_it_is_told():
    texts = ["The dredging fleet left.", "A flood came in spring.", "The flood and the fleet met."]
    frame = _frame(texts, title="Flood and fleet")
    state = State(frame)
    name = "untold terms of the title"
    before = dict(zip(NAMES, state.features(), strict=True))[name].copy()
    assert before[2] == pytest.approx(1.0) and 0 < before[0] < 1 and 0 < before[1] < 1
    state.add(1)
    after = dict(zip(NAMES, state.features(), strict=True))[name]
    assert after[0] == pytest.approx(before[0]) and after[1] == pytest.approx(0)
    assert after[2] == pytest.approx(before[0])


def test_what_is_likely_to_dangle_gives_way_unless_it_goes_on_from_a_pick():
    frame = _frame(*ESSAY)
    values = np.linspace(1.0, 0.6, frame.n)
    safe = np.full(frame.n, NEVER)
    sure = np.where(np.arange(frame.n) == 1, 3.0, NEVER)
    unfit = safe > 0
    assert choose(frame, _worth(values), unfit, []).order[:2].tolist() == [0, 1]
    goes_on = choose(frame, _worth(values, Risk(sure, safe)), unfit, [])
    assert goes_on.order[:2].tolist() == [0, 1], "right behind a pick nobody stumbles"
    alone = choose(frame, _worth(values, Risk(sure, sure)), unfit, [])
    assert 1 not in alone.order[:5]
    likely = np.where(sure > NEVER, -0.5, NEVER)
    alone = choose(frame, _worth(values, Risk(likely, likely)), unfit, [])
    assert 1 not in alone.order[:2]
    assert alone.parts["reference"][1] < 0, "and the explanation says so"


def test_what_goes_on_from_a_pick_counts_more_once_there_are_some():
    frame = _frame(*ESSAY, *([f"The gull number {n} flew over the harbour."] for n in range(12)))
    choosing = Choosing(frame, _worth(np.linspace(1.0, 0.6, frame.n)), np.zeros(frame.n) > 0, [])
    behind = [row for row in range(1, frame.n) if not frame.starts[row]]
    gains = []
    for row in (0, frame.n - 1, frame.n - 2, frame.n - 3):
        choosing.state.add(row)
        choosing.order.append(row)
        gains.append(choosing._added()["spread"][behind[0]])
    assert behind[0] == 1
    assert 0 < gains[0] < gains[1] < gains[2] < CONTINUES, "the first picks tell different things"
    assert gains[2] > gains[3], "and words are less dear, the longer it is"


def test_a_sentence_dangles_the_less_the_more_it_has_of_the_subject():
    paragraphs = (
        ["Norwick will dredge its harbour.", "The harbour of Norwick has silted up."],
        ["The woods upstream are gone.", "The pumps take an hour to warm up, as all know."],
        ["3. Wait until the pumps are warm.", "Norwick will dredge the harbour until May."],
        ["Cost: It has never been told.", "Many boats wait outside for the tide."],
    )
    frame = _frame(*paragraphs, title="Norwick dredges its harbour")
    features = static_features(frame)
    risk = risk_of(frame, features)
    assert share_of(risk.alone[:1]).max() < 1e-9, "nothing can be missing before the opening"
    assert risk.alone[1] > NEVER, "it goes on from the opening"
    assert risk.alone[5] < risk.alone[3], "it names the subject"
    assert (risk.behind[2:] < risk.alone[2:]).all()
    found = signs(frame, features)
    for of in (ENGLISH, ELSEWHERE):
        assert set(of.weights) <= set(found)
    assert found["has a number in a list"].tolist() == [0, 0, 0, 0, 1, 0, 0, 0]
    assert found["has a label"].tolist() == [0, 0, 0, 0, 0, 0, 1, 0]
    assert found["opens with a definite noun"].tolist() == [0, 0, 1, 1, 0, 0, 0, 0]
    elsewhere = _frame(*paragraphs, title="Norwick dredges its harbour", language="fi")
    assert share_of(risk_of(elsewhere, static_features(elsewhere)).alone).max() < 1e-9


def test_an_item_of_a_list_and_what_follows_a_quotation_are_likelier_to_dangle_in_english():
    said = "No tide reaches the old quay any more, say those who have moored there for years."
    quoted = '"The whole of Norwick has waited for nothing but this harbour for twenty years."'
    before = ["Norwick will dredge its harbour until May.", "The woods upstream are long gone."]

    waited = "Nobody has ever waited as long as Norwick's boats."

    def alone(before_it, language="en", kind=Kind.TEXT):
        kinds = (Kind.TEXT, Kind.TEXT, kind)
        paragraphs = (before, [before_it], [said])
        frame = _frame(*paragraphs, title="Norwick dredges", language=language, kinds=kinds)
        return risk_of(frame, static_features(frame)).alone[-1]

    assert alone(waited, kind=Kind.LIST_ITEM) > alone(waited)
    unquoted = quoted.replace('"', "")
    assert alone(quoted) > alone(unquoted) + 1
    assert alone(quoted, "de") == pytest.approx(alone(unquoted, "de"), abs=0.2)


def test_the_second_sentence_opens_the_article_if_it_begins_a_paragraph():
    opening, behind = "Norwick will dredge its harbour.", "Luckily the boats can wait for the tide."
    rest = ["The woods upstream are gone.", "Nobody knows why they were cut."]
    apart = _frame([opening], [behind], rest, title="Norwick dredges")
    together = _frame([opening, behind], rest, title="Norwick dredges")
    alone = [risk_of(frame, static_features(frame)).alone[1] for frame in (apart, together)]
    assert alone[0] == NEVER < alone[1]


def test_a_light_connective_costs_more_where_nothing_else_tells_what_dangles():
    text = ["The harbour of Norwick silts up.", "But the boats wait outside for the tide."]
    chinese = ["诺威克的港口正在淤塞。", "但是船只在外面等待潮水。"]
    found = [
        [one.cost for one in leanings(frame, static_features(frame)) if one.odds == SLIGHT]
        for frame in (_frame(text), _frame(chinese, language="zh"))
    ]
    assert found == [[LIGHT_AND_RISKY], [COSTS[Lean.LIGHT]]]


def test_a_sentence_with_demonstratives_or_before_a_list_is_likelier_to_dangle():
    frame = _frame(
        ["Norwick will dredge its harbour.", "The harbour has silted up."],
        ["In summer this tide leaves these boats, these nets and those ropes on the mud."],
        ["In summer no tide at all, as pilots say, will leave these boats on the mud."],
        ["In summer no tide at all, as pilots say, will leave any boats on the mud."],
        ["In summer no tide at all, as pilots say, will leave any boats on the mud:"],
        ["In summer no tide at all, as pilots say, will leave any boats on the mud?"],
        title="Norwick dredges its harbour",
    )
    features = static_features(frame)
    found = signs(frame, features)
    assert found["demonstratives"].tolist() == [0, 0, 3, 1, 0, 0, 0]
    assert found["demonstrative in the beginning"].tolist() == [0, 0, 1, 0, 0, 0, 0]
    many, one, none, leads, asks = risk_of(frame, features).alone[2:]
    assert many > one > none
    assert leads > none > asks


def test_a_leaning_that_is_not_met_adds_to_the_risk_until_it_is():
    frame = _frame(*ESSAY)
    risk = np.zeros(frame.n)
    worth = _worth(np.linspace(10.0, 20.0, frame.n), Risk(risk, risk))
    leans = Choosing(frame, worth, risk > 0, [Leaning(2, frame.n - 1, 0.0, odds=SURE)])
    stands = Choosing(frame, worth, risk > 0, [])
    assert leans.values()[2] < stands.values()[2]
    for _ in range(2):  # the last row, behind the one that it goes on from
        assert leans.pick() == stands.pick() >= frame.n - 2
    assert leans.values()[2] == pytest.approx(stands.values()[2])


def test_what_is_shown_of_a_row_makes_it_safer():
    gulls = ["Gulls eat crabs on the quay.", "A crab of the quay weighs a pound.", "Rain fell."]
    frame = _frame(*ESSAY, gulls, ["The gulls are grey.", "Nobody has counted the roofs."])
    first = frame.n - 5
    around = Around(frame)
    before = around.odds()
    around.add(first)
    after = around.odds()
    changed = after - before
    assert changed[first + 1] < changed[first + 2] < changed[first + 4], "it speaks of crabs, too"
    assert changed[first + 3] < changed[first + 4], "gulls are known by now, roofs are not"
    assert after[0] - before[0] > changed[first + 4], "what stands before it is no nearer to it"


def test_an_item_with_a_number_leans_on_what_leads_to_the_list():
    lead = ["The crew starts the pumps in three steps."]
    frame = _frame(lead, ["2. Wait until the pumps are warm."], kinds=[Kind.TEXT, Kind.LIST_ITEM])
    (found,) = [one for one in leanings(frame, static_features(frame)) if one.cost == NUMBERED]
    assert (found.row, found.on) == (1, 0)


def test_a_language_of_short_words_is_charged_for_fewer():
    text = "Nhà khoa học cho biết mực nước sông đã dâng cao trong nhiều năm qua vì mưa lớn. "
    vietnamese = Frame(Index(article_of([text.strip()] * 3, language="vi")))
    assert vietnamese.words.tolist() == [18.0] * 3
    assert 13 < vietnamese.sizes[0] < 17, "a word is written as several, a syllable each"
    english = Frame(Index(article_of(["It is up to us to do so, if we can do it at all."])))
    assert english.sizes.tolist() == english.words.tolist(), "weights were learned of its words"


def test_a_noun_with_a_capital_is_no_name_where_all_have_one():
    nouns = "Die Kommission legte dem Parlament im Herbst einen Bericht über die Häfen vor."
    name = "Zuvor hatte Angela Merkel den Bericht der Kommission gelesen."
    frame = Frame(Index(article_of([nouns, name], language="de")))
    assert facts(frame)["names"].tolist() == [0.0, 2.0]
    english = Frame(Index(article_of(["In autumn Parliament heard from Brussels."])))
    assert facts(english)["names"].tolist() == [2.0]
