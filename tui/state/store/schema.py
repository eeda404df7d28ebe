"""The tables of the store, as steps: a step that was shipped is never changed, only followed."""

from __future__ import annotations

#: Tells a file of this program from those of others that use SQLite: "SUMM".
APPLICATION_ID = 0x53554D4D

_FIRST = """
create table article(
  id integer primary key,
  key text not null unique,
  title text not null default '', address text not null default '', site text not null default '',
  author text not null default '', date text not null default '', language text not null default '',
  words integer not null default 0, origin text not null default '',
  stamp text not null default '', digest text not null default '',
  added real not null, opened real, read real, saved real, hidden real,
  turn integer not null default 0,
  reading text not null default '', reached real not null default 0, left real);
create index article_turn on article(turn desc) where turn > 0;
create index article_saved on article(saved desc) where saved is not null;
create index article_digest on article(digest) where digest != '';

create table body(
  article integer primary key references article on delete cascade,
  title text not null, text blob not null, sentences blob not null);

create virtual table found using fts5(
  title, body, content='', tokenize="unicode61 remove_diacritics 2");

create table feed(
  id integer primary key,
  address text not null unique,
  title text not null default '', site text not null default '', folder text not null default '',
  added real not null, etag text not null default '', modified text not null default '',
  fetched real, failed text not null default '', failures integer not null default 0,
  wait_until real);

create table entry(
  id integer primary key,
  feed integer not null references feed on delete cascade,
  ident text not null, key text not null,
  title text not null default '', address text not null default '',
  author text not null default '', published text not null default '',
  content blob not null, summary text not null default '', is_html integer not null default 1,
  seen real not null,
  unique(feed, ident));
create index entry_key on entry(key);
create index entry_order on entry(feed, published desc, seen desc);

create table folder(path text primary key, added real not null) without rowid;
create table fact(name text primary key, value text not null) without rowid;
"""

#: ``id`` tells which choice is the oldest; ``article`` is the digest of its whole text.
_CHOICES = """
create table choice(
  id integer primary key,
  asked text not null unique, article text not null, data blob not null);
create index choice_article on choice(article);
"""

#: What this program wrote is no article as long as it has this stamp.
_WRITTEN = "create table written(path text primary key, stamp text not null) without rowid;"

#: Each brings a file from the version of its index to the next one.
MIGRATIONS: tuple[str, ...] = (_FIRST, _CHOICES, _WRITTEN)
#: The version that this program writes.
VERSION = len(MIGRATIONS)
#: Without one of these a file is not what it says it is.
TABLES = frozenset(
    {"article", "body", "found", "feed", "entry", "folder", "fact", "choice", "written"}
)
