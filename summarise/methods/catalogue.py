"""The methods that come with the program, in the order in which they are shown."""

from __future__ import annotations

from summarise.methods.method import Method


def _native(name: str, label: str, description: str, paper: str, module: str = "") -> Method:
    return Method(name, label, description, paper, f"summarise.methods.{module or name}:score")


def _sumy(name: str, label: str, paper: str, place: str) -> Method:
    return Method(
        f"sumy:{name}",
        f"{label} (sumy)",
        f"Sumy's own {label}, for comparison: slow on long texts.",
        paper,
        f"sumy.summarizers.{place}",
        sumy_style=True,
    )


_PACSUM = "Zheng & Lapata, Sentence Centrality Revisited for Unsupervised Summarization (2019)"
_LEXRANK = "Erkan & Radev, LexRank: Graph-based Lexical Centrality as Salience (2004)"
_TEXTRANK = "Mihalcea & Tarau, TextRank: Bringing Order into Texts (2004)"
_LSA = "Steinberger & Ježek, Using Latent Semantic Analysis in Text Summarization (2004)"
_LUHN = "Luhn, The Automatic Creation of Literature Abstracts (1958)"
_EDMUNDSON = "Edmundson, New Methods in Automatic Extracting (1969)"
_SUMBASIC = "Nenkova & Vanderwende, The Impact of Frequency on Summarization (2005)"
_KL = "Haghighi & Vanderwende, Exploring Content Models for Multi-Document Summarization (2009)"
_REDUCTION = "Jing, Sentence Reduction (2000), as in github.com/adamfabish/Reduction"

NATIVE = (
    _native(
        "salience",
        "Salience",
        "Sentences that make the article's main points, as careful readers marked them, spread "
        "over all of it: the best choice for almost anything.",
        "",
    ),
    _native(
        "pacsum",
        "PacSum",
        "Sentences that the rest of the text builds on, with title, place and openings weighed in: "
        "good on news.",
        _PACSUM,
    ),
    _native(
        "lexrank",
        "LexRank",
        "Sentences that resemble many others that do so too: good on long texts with one subject.",
        _LEXRANK,
    ),
    _native(
        "textrank",
        "TextRank",
        "Sentences that share words with many others; likes long sentences: good on reports.",
        _TEXTRANK,
    ),
    _native(
        "lsa",
        "LSA",
        "Sentences that stand for the main topics: good on texts with several subjects.",
        _LSA,
    ),
    _native(
        "luhn",
        "Luhn",
        "Sentences where the text's frequent words stand close together: good on technical prose.",
        _LUHN,
    ),
    _native(
        "edmundson",
        "Edmundson",
        "Sentences with words of the title, cue words or a prominent place: good with a telling "
        "title and clear headings.",
        _EDMUNDSON,
    ),
    _native(
        "sumbasic",
        "SumBasic",
        "Sentences of frequent words, each word counting less once it was used: short and varied.",
        _SUMBASIC,
    ),
    _native(
        "kl",
        "KL",
        "The summary whose words are spread as in the whole text: good for the overall mix.",
        _KL,
    ),
    _native(
        "reduction",
        "Reduction",
        "Sentences by how much they share with all others, without TextRank's walk: quick and "
        "plain.",
        _REDUCTION,
    ),
    _native("lead", "Lead", "The first sentences: what a newspaper writes first.", ""),
    _native(
        "random",
        "Random",
        "Sentences drawn by lot, the same each time: what any method should beat.",
        "",
        "random_order",
    ),
)

SUMY = (
    _sumy("lexrank", "LexRank", _LEXRANK, "lex_rank:LexRankSummarizer"),
    _sumy("textrank", "TextRank", _TEXTRANK, "text_rank:TextRankSummarizer"),
    _sumy("lsa", "LSA", _LSA, "lsa:LsaSummarizer"),
    _sumy("luhn", "Luhn", _LUHN, "luhn:LuhnSummarizer"),
    _sumy("edmundson", "Edmundson", _EDMUNDSON, "edmundson:EdmundsonSummarizer"),
    _sumy("sumbasic", "SumBasic", _SUMBASIC, "sum_basic:SumBasicSummarizer"),
    _sumy("kl", "KL", _KL, "kl:KLSummarizer"),
    _sumy("reduction", "Reduction", _REDUCTION, "reduction:ReductionSummarizer"),
    _sumy("random", "Random", "", "random:RandomSummarizer"),
)

#: Not among the methods that an article can be ranked by at once: it has to be set up, and asks.
MODEL = _native(
    "model",
    "Model",
    "Sentences that a language model of yours chooses; it writes none. See [model] in the "
    "settings.",
    "",
    "asked",
)
