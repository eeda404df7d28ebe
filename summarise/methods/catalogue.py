"""The methods that come with the program, in the order in which they are shown."""

from __future__ import annotations

from summarise.methods.method import SUMY_PREFIX, Method


def _native(name: str, label: str, description: str, paper: str, module: str = "") -> Method:
    return Method(name, label, description, paper, f"summarise.methods.{module or name}:score")


def _sumy(name: str, label: str, paper: str, place: str, most: int | None = None) -> Method:
    return Method(
        f"{SUMY_PREFIX}{name}",
        f"{label} (sumy)",
        f"Sumy's own {label}, for comparison: slow on long texts.",
        paper,
        f"sumy.summarizers.{place}",
        sumy_style=True,
        most=most,
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

#: With how many sentences each can rank in 30 s and within 1 GB: those of 1,000 took LexRank 3.1 s,
#: TextRank and Reduction 1.4, SumBasic 0.4 (the time grows with the square), 500 took KL 20 (with
#: the cube); LSA held 1.3 GB with 60,000. Luhn and Edmundson took 14 s then.
SUMY = (
    _sumy("lexrank", "LexRank", _LEXRANK, "lex_rank:LexRankSummarizer", 3_000),
    _sumy("textrank", "TextRank", _TEXTRANK, "text_rank:TextRankSummarizer", 4_000),
    _sumy("lsa", "LSA", _LSA, "lsa:LsaSummarizer", 20_000),
    _sumy("luhn", "Luhn", _LUHN, "luhn:LuhnSummarizer"),
    _sumy("edmundson", "Edmundson", _EDMUNDSON, "edmundson:EdmundsonSummarizer"),
    _sumy("sumbasic", "SumBasic", _SUMBASIC, "sum_basic:SumBasicSummarizer", 8_000),
    _sumy("kl", "KL", _KL, "kl:KLSummarizer", 500),
    _sumy("reduction", "Reduction", _REDUCTION, "reduction:ReductionSummarizer", 4_000),
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
