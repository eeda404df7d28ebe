"""Plain text: the sentences, one a line; in a digest with the line of its sources below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarise.exports.prose import called, title_of
from summarise.ranking.ranking import Summary

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, Place


def write(summary: Summary, *, titled: bool) -> str:
    """The sentences, under the title if it is asked for."""
    lines = [title_of(summary)] if titled else []
    if summary.sentences:
        lines.append(summary.text)
    return "".join(f"{line}\n" for line in lines)


def write_digest(digest: Digest) -> str:
    """The sentences of each story under its title."""
    return "\n".join(
        "".join(
            [f"{story.title}\n"]
            + [
                f"  {line.text}\n    {_told(line.source, story.title)}"
                + "".join(f"; also {_told(place, story.title)}" for place in line.others)
                + "\n"
                for line in story.lines
            ]
        )
        for story in digest.stories
    )


def _told(place: Place, heading: str) -> str:
    """Where a sentence is; the name of its article only if it does not stand above already."""
    article = place.article
    name = called(article)
    where = article.address or article.name
    told = ("" if where and name == heading else name, where, str(place))
    return ", ".join(dict.fromkeys(filter(None, told)))
