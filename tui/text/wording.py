"""The short lines that say where things stand, as plain strings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarise.article import DROPPED_BY_READER, Article
from summarise.length import WORDS_PER_MINUTE, Length, Unit
from summarise.notices import boilerplate_notice, notices_of
from summarise.sources.progress import Progress
from summarise.sources.progress import Unit as ReadUnit
from summarise.text.sanitise import sanitise_line

if TYPE_CHECKING:
    from summarise.novelty.known import Known, Seen
    from summarise.ranking.ranking import Ranking, Summary
    from tui.state.newcomers import Newcomers
    from tui.state.reading_state import Choices, ReadingState

SEPARATOR = " · "
#: What is said where a summary cannot be made.
NOTHING_TO_PICK = "There is no sentence to pick."
#: What stands at the head of the source until there is one, and while nothing more can be said.
READING = "reading …"
FETCHING = "fetching …"
#: What stands at the head of the summary while only the beginning can be read.
ALL_READ = "comes once all is read"
#: What is told of a key that waits until all of an article is there.
STILL_READING = "The rest is still being read: what you typed waits for it."


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 sentence``, ``5 sentences``, ``12,000 words``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def written_here(count: int) -> str:
    """How many files that this program wrote a list leaves out; "" for none."""
    return f"{count:,} written here {'is' if count == 1 else 'are'} hidden" if count else ""


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage; little is not nothing."""
    whole = round(share * 100)
    return f"{whole} %" if whole or not share else "< 1 %"


def method_name(ranking: Ranking) -> str:
    """What ranked, as it is shown: ``TextRank``, ``Model (llama3.1)``."""
    from summarise.methods import find_method  # comes with the ranking, not before the text

    label = find_method(ranking.method).label
    judgement = ranking.judgement
    return f"{label} ({sanitise_line(judgement.name, 40)})" if judgement else label


def ranked_by(name: str, ranking: Ranking) -> str:
    """Which model ranked, and what was wrong with its answer.

    Args:
        name: What it is called, fit to be shown.
        ranking: What came of it.
    """
    note = ranking.judgement.note if ranking.judgement else ""
    return f"ranked by {name}{f', as far as its answer is good: {note}' if note else ''}"


def reading_time(words: int) -> str:
    """How long a number of words takes to read: ``45 s``, ``4 min``, ``5 h 20 min``."""
    seconds = round(words * 60 / WORDS_PER_MINUTE)
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def size(count: int) -> str:
    """A number of bytes: ``340 kB``, ``1.2 MB``."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def progress(so_far: Progress) -> str:
    """How far the reading of an article has come."""
    done, total = so_far.done, so_far.total
    match so_far.unit:
        case ReadUnit.BYTES_FETCHED:
            return f"fetching … {size(done)}{f' of {size(total)}' if total else ''}"
        case ReadUnit.BYTES_PIPED:
            return f"coming in … {size(done)}"
        case ReadUnit.PARTS:
            return f"reading … {done:,} of {plural(total, 'part')}"
        case ReadUnit.PAGES:
            return f"reading … {done:,} of {plural(total, 'page')}" if total else READING


def article_facts(article: Article, feeds_key: str = "") -> str:
    """Feeds, form, language, site, author, date, words and reading time, as far as known.

    What can best be missed on a narrow screen comes first.

    Args:
        article: The article.
        feeds_key: The key that opens its feeds, where it works.
    """
    from summarise.text.language import language_name  # not before the first frame

    feeds = plural(len(article.feeds), "feed") if article.feeds else ""
    facts = (
        feeds and (f"{feeds}: press {feeds_key}" if feeds_key else feeds),
        article.form,
        language_name(article.language),
        article.site,
        article.author,
        article.date.partition("T")[0],
        plural(article.words, "word"),
        reading_time(article.words),
    )
    return SEPARATOR.join(fact for fact in facts if fact)


def summary_facts(summary: Summary, known: Known | None = None) -> str:
    """How much of the article a summary keeps, and how much of that the reader knows.

    The article does not shrink by what the reader drops from its summary.
    """
    total = len(summary.ranking.article.candidates)
    facts = [f"{summary.size} of {plural(total, 'sentence')}"]
    if known is not None and known.seen:
        count = len(summary.kept & known.seen.keys())
        new_first = bool(summary.ranking.behind)
        if not new_first:
            facts.append(f"{count or 'none'} known to you")
        else:
            facts.append(f"new first, {count} known" if count else "new first")
    facts += [_share_of_sentences(summary), reading_time(summary.words)]
    return SEPARATOR.join(facts)


def cut_to_fit(shown: int, whole: int) -> str:
    """How much of a summary there is room for."""
    return f"cut to fit: {shown:,} of {plural(whole, 'sentence')}"


def _share_of_sentences(summary: Summary) -> str:
    """How many of the sentences a summary keeps: the share that a length in percent means."""
    return percent(summary.size / max(1, len(summary.ranking.article.candidates)))


def length_in(unit: Unit, summary: Summary) -> str:
    """The length of a summary in the unit that the reader counts in."""
    match unit:
        case Unit.SENTENCES:
            return plural(summary.size, "sentence")
        case Unit.PERCENT:
            return f"{_share_of_sentences(summary)} of sentences"
        case Unit.WORDS:
            return plural(summary.words, "word")
        case Unit.MINUTES:
            return reading_time(summary.words)
        case Unit.CHARACTERS:
            return plural(len(summary.text), "character")


def coverage_facts(summary: Summary) -> str:
    """How many key terms and paragraphs a summary touches."""
    if not summary.size:
        return ""
    found = summary.coverage
    return (
        f"covers {found.terms_touched} of {plural(found.terms, 'key term')}, "
        f"{found.paragraphs_touched:,} of {found.paragraphs:,} ¶"
    )


def notices(article: Article, remedy: str) -> list[str]:
    """What the reader should be told about an article, a line each.

    Args:
        article: The article.
        remedy: How everything that was left out is restored, in a few words. It comes first: on a
            narrow screen the end of the line is not seen.
    """
    about_boilerplate = boilerplate_notice(article)
    return [
        f"{remedy}: {line}" if line == about_boilerplate else line for line in notices_of(article)
    ]


def sentence_facts(
    article: Article, summary: Summary | None, sentence: int, known: Known | None = None
) -> str:
    """Where a sentence of the source stands: kept, left out, or not part of the article."""
    place = place_of(article, sentence)
    if known is not None and sentence in known.seen:
        place = SEPARATOR.join(filter(None, (place, "known to you, I shows where")))
    if summary is None:
        return place
    if reason := summary.ranking.why_not_ranked(sentence):
        return SEPARATOR.join(filter(None, (place, reason)))
    if sentence in summary.kept:
        facts = [place, f"kept as {number_of(summary, sentence)}"]
        if sentence in summary.dangling:
            before = place_of(article, summary.dangling[sentence])
            facts.append(f"points back: a adds {before}")  # the key where narrow panes end
        return SEPARATOR.join((*facts, enters_at(summary.ranking, sentence)))
    return SEPARATOR.join(
        (place, left_out(summary, sentence), enters_at(summary.ranking, sentence))
    )


def place_of(article: Article, sentence: int) -> str:
    """Where a sentence stands: ``¶ 3, sentence 2``, the paragraphs counted that can be picked from.

    A heading and what is not part of the article stand in no paragraph that is counted.
    """
    return article.place_of(sentence)


def number_of(summary: Summary, kept: int) -> int:
    """The number of a kept sentence in its summary."""
    return bisect_left(summary.indices, kept) + 1


def left_out(summary: Summary, sentence: int) -> str:
    """Which kept sentence says most of one that was left out, if any does."""
    link = summary.link(sentence)
    if link is None:
        return "not covered"
    return f"{number_of(summary, link.sentence)} says most of it"


def enters_at(ranking: Ranking, sentence: int) -> str:
    """The shortest length that includes a sentence."""
    if sentence in ranking.pins:
        return "pinned"
    rank = ranking.rank_of(sentence)
    return f"enters at {rank}" if rank else ""


# -- what was read before

#: Characters of a title, and of a sentence, that tell which ones they are.
_TITLE, _READ = 40, 160


def read_before(seen: Seen) -> str:
    """In which article a sentence was read before, and in which words."""
    title, words = sanitise_line(seen.text.title, _TITLE), sanitise_line(seen.words, _READ)
    return f"Known to you: in “{title}” you read “{words}”"


def known_sentences(known: Known | None) -> str:
    """How much of an article was read before, as a sentence."""
    if known is None:
        return "What you have read before is still being looked for."
    count, total = len(known.seen), known.judged
    if not count:
        return "Nothing in this article was read before."
    are = "is" if count == 1 else "are"
    return f"{count:,} of {plural(total, 'sentence')} {are} known to you"


# -- what a decision is answered with

#: Cells of the frame around a message: what is longer than the rest of the screen takes more rows.
AROUND_MESSAGE = 6
#: Characters of a sentence that tell which one it is, and the fewest that do.
_QUOTED, _LEAST_QUOTED = 40, 8


def changes(article: Article, newcomers: Newcomers, room: int) -> str:
    """What went with the last change, and what came in its place; empty where nothing went.

    What only came is seen: it is marked.

    Args:
        article: The article.
        newcomers: What came and went.
        room: Characters that this should take at most.
    """
    if not newcomers.went:
        return ""
    groups = [("in", sorted(newcomers.came)), ("out", newcomers.went)]
    told = [
        (f"{word}: ", sentences[0], f" and {len(sentences) - 1:,} more" * (len(sentences) > 1))
        for word, sentences in groups
        if sentences
    ]
    around = sum(len(f"{word}“ …”{more}; ") for word, _, more in told)
    most = min(_QUOTED, max(_LEAST_QUOTED, (room - around) // len(told)))
    text = "; ".join(f"{word}{quoted(article, first, most)}{more}" for word, first, more in told)
    return f"{text[0].upper()}{text[1:]}"


def quoted(article: Article, sentence: int, most: int = _QUOTED) -> str:
    """The first words of a sentence, of so many characters at most."""
    text = " ".join(article.sentences[sentence].text.split())
    if len(text) <= most:
        return f"“{text}”"
    return f"“{text[:most].rpartition(' ')[0] or text[:most]} …”"


def step_back(verb: str, before: ReadingState, now: ReadingState) -> str:
    """What was undone, and what is there now, as ``Undone: a pin set; now no pin``.

    Args:
        verb: How it is called: ``Undone``, ``Redone``.
        before: What there was.
        now: What there is.
    """
    first, then = (before, now) if verb == "Redone" else (now, before)
    steps = list(_steps(first, then, now))
    done = ", ".join(step for step, _ in steps)
    stands = ", ".join(dict.fromkeys(stand for _, stand in steps if stand))
    return f"{verb}: {done}; now {stands}." if stands else f"{verb}: {done}."


def _steps(first: ReadingState, then: ReadingState, now: ReadingState) -> Iterator[tuple[str, str]]:
    """What a step from one state to another has done, each with what holds of it now."""
    from summarise.methods import find_method  # not before the first frame

    one, other, chosen = first.choices, then.choices, now.choices
    if first.length != then.length:
        yield "another length", length_named(now.length)
    if first.method != then.method:
        yield "another method", find_method(now.method).label
    if first.new_first != then.new_first:
        stands = "what is new first" if now.new_first else "what is new is not first"
        yield "what is new " + ("first" if then.new_first else "no longer first"), stands
    if first.layout is not then.layout:
        yield "another layout", now.layout.value
    if set_ := len(other.pins - one.pins):
        yield f"{_a(set_, 'pin')} set", _none_or(len(chosen.pins), "pin")
    if taken := len(one.pins - other.pins):
        yield f"{_a(taken, 'pin')} taken off", _none_or(len(chosen.pins), "pin")
    if dropped := len(other.drops - one.drops):
        yield f"{_a(dropped, 'sentence')} dropped", f"{len(chosen.drops) or 'none'} dropped"
    if allowed := len(one.drops - other.drops):
        yield f"{_a(allowed, 'sentence')} allowed again", f"{len(chosen.drops) or 'none'} dropped"
    asking = (
        f"asking for more of {', '.join(chosen.focus)}" if chosen.focus else "asking for no term"
    )
    if asked := [term for term in other.focus if term not in one.focus]:
        yield f"asking for more of {', '.join(asked)}", asking
    if given_up := [term for term in one.focus if term not in other.focus]:
        yield f"no longer asking for more of {', '.join(given_up)}", asking
    if changed := len({at for at, _ in set(one.blocks) ^ set(other.blocks)}):
        yield _a(changed, "paragraph") + " left out or brought back", _blocks_named(chosen)
    if one.absent != other.absent:
        yield "a choice about words that are not here", ""


def _a(count: int, one: str) -> str:
    return f"a {one}" if count == 1 else plural(count, one)


def _none_or(count: int, one: str) -> str:
    return plural(count, one) if count else f"no {one}"


def _blocks_named(choices: Choices) -> str:
    """How many paragraphs the reader has left out, and brought back."""
    return ", ".join(blocks_named(choices)) or "all paragraphs as they were"


def blocks_named(choices: Choices) -> Iterator[str]:
    """How many paragraphs the reader has left out, and how many brought back, if any."""
    out = sum(reason == DROPPED_BY_READER for _, reason in choices.blocks)
    if out:
        yield plural(out, "paragraph left out", "paragraphs left out")
    if back := len(choices.blocks) - out:
        yield plural(back, "paragraph brought back", "paragraphs brought back")


def length_named(length: Length) -> str:
    """A length as it was set: ``5 sentences``, ``20%``."""
    is_count = length.unit is Unit.SENTENCES
    return plural(int(length.amount), "sentence") if is_count else str(length)


def added(_outcome: object) -> str:
    """What is said of a sentence for which room was made, in place of how to add it."""
    return "Added, and pinned: u takes it back."


def nothing(_outcome: object) -> str:
    """Where what there is to see says enough."""
    return ""


def pinned(without_room: int) -> str:
    """Pins that the length has no room for, if there are any."""
    if not without_room:
        return ""
    return f"Pinned, but this length has no room for {plural(without_room, 'pin')}."


def paragraph_toggled(reason: str | None) -> str:
    """Whether a paragraph now counts, by the reason why it does not."""
    return "Paragraph dropped." if reason else "Paragraph restored."


def restored(paragraphs: int) -> str:
    """How many paragraphs count again."""
    return f"{plural(paragraphs, 'paragraph')} restored." if paragraphs else "Nothing is left out."
