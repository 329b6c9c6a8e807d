"""What a cell of a notebook shows of graphs, events and paths: their sentences, and never markup of an article."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

import kg
from kg.graph import Graph
from kg.graph.markup import linked, plain
from kg.model import Actor, Article, Event, Extraction, Mention
from kg.store import open_store

SENTENCE = 'Anna <script>alert("1")</script> met Béla\u202e & \x1b[31mleft.'
ALLOWED = {"a", "br", "div", "hr", "span", "table", "tbody", "td", "th", "thead", "tr"}


class Tags(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(markup: str) -> Tags:
    """Parse markup as a browser would."""
    tags = Tags()
    tags.feed(markup)
    return tags


def told(publisher: str, url: str | None, status: str = "actual", times: int = 1) -> Extraction:
    """An article that tells of meetings between actors whose names are markup."""
    one, other = Actor("<b>Anna</b>", "person"), Actor('Béla" onmouseover="x', "person")
    article = Article(publisher, SENTENCE, "<i>title</i>", "2024-01-02", publisher, url)
    mention = Mention(article.iri, 0, len(SENTENCE), SENTENCE, 5, 8)
    days = (f"2024-01-{day:02d}" for day in range(1, times + 1))
    return Extraction(
        article,
        tuple(Event("met", (one, other), (), status, day, "day", None, None, None, (mention,)) for day in days),  # type: ignore[arg-type]
    )


@pytest.fixture
def graph() -> Iterator[Graph]:
    """A graph of two hostile articles, one of which denies what the other says."""
    with Graph(open_store()) as graph:
        graph.store.record(told("<Post>", "https://example.org/a?b=1&c=2"))
        graph.store.record(told("Gazette", "javascript:alert(1)", "negated"))
        yield graph


def test_no_markup_of_an_article_reaches_the_page(graph: Graph) -> None:
    """Names, sentences, outlets and addresses are text; only addresses of the web become links."""
    path = graph.path("<b>Anna</b>", 'Béla" onmouseover="x')
    assert path is not None
    found = graph.linkage("<b>Anna</b>", 'Béla" onmouseover="x')
    for shown in (graph, graph.events(), graph.actors(), graph.articles(), path, found):
        tags = parsed(shown._repr_html_())
        assert tags.tags <= ALLOWED
        assert {name for name, _ in tags.attributes} <= {"style", "scope", "href", "target", "rel"}
        assert {value for name, value in tags.attributes if name == "href"} <= {"https://example.org/a?b=1&c=2"}
        assert not {"\u202e", "\x1b"} & set(tags.text)


def test_text_shown_in_a_terminal_is_inert(graph: Graph) -> None:
    """What is printed holds no character that steers a terminal."""
    path = graph.path("<b>Anna</b>", 'Béla" onmouseover="x')
    for text in (str(path), repr(path), repr(graph.events()), repr(graph.actors()), repr(graph.articles())):
        assert not {"\u202e", "\x1b"} & set(text)
    assert "<Post>, 2024-01-02" in str(path)


def test_events_show_their_sentences_and_that_they_are_disputed(graph: Graph) -> None:
    """Both tellings stand in the row, with their outlets and the denial."""
    text = parsed(graph.events()._repr_html_()).text
    assert 'Anna <script>alert("1")</script> met Béla' in text
    assert "disputed" in text and "2 sources" in text and "Gazette, 2024-01-02 · negated" in text


def test_events_can_be_gone_through_again(graph: Graph) -> None:
    """Each time they are read anew, so that they show what the graph holds now."""
    events = graph.events()
    assert [event.status for event in events] == [event.status for event in events] == ["actual"]
    graph.remove("<Post>")
    assert [event.status for event in events] == ["negated"]


def test_a_long_list_of_events_is_cut_when_shown_and_whole_as_a_frame(graph: Graph) -> None:
    """Twenty are shown, with a word that there are more."""
    graph.store.record(told("Third", None, times=28))
    assert parsed(graph.events()._repr_html_()).text.count("met each other") == 20
    assert "to_pandas()" in graph.events()._repr_html_()
    assert repr(graph.events()).endswith("\n…")
    frame = graph.events().to_pandas()
    assert len(frame) == 28
    assert frame["sentences"].iloc[0][0].startswith("Anna <script>")


def test_no_events_are_said_to_be_none(graph: Graph) -> None:
    """An empty answer is told, and its frame has the columns nonetheless."""
    events = graph.events(predicate="sanctioned")
    assert "no events" in events._repr_html_() and repr(events) == "no events"
    assert "event" in events.to_pandas().columns


def test_a_graph_says_what_it_holds(graph: Graph) -> None:
    """Articles and events are counted."""
    assert parsed(graph._repr_html_()).text == "Graph of 2 articles and 1 event (memory)"


def test_a_path_draws_who_acts_on_whom() -> None:
    """An arrow points from who acts; representation is said to be no event."""
    state, minister, other = (
        Actor("Utopia", "state"),
        Actor("Ada", "person", represents="Utopia"),
        Actor("Bo", "person"),
    )
    mention = Mention("a", 0, 5, "Ada warned Bo.", 4, 10)
    article = Article("a", "Ada warned Bo. Utopia helped.", published="2024-01-01")
    event = Event("warned", (minister,), (other,), "actual", "2024-01-01", "day", None, None, None, (mention,))
    praise = Event("praised", (state,), (minister,), "actual", None, "unknown", None, None, None, (mention,))
    with Graph(open_store()) as graph:
        graph.store.record(Extraction(article, (event, praise)))
        path = graph.path("Bo", "Utopia", represents=True, predicates=["warned"])
        assert path is not None
        text = parsed(path._repr_html_()).text
        assert text.startswith("Bowarned ←Adastands for →Utopia")
        assert "Ada stands for Utopia (no event)" in text
        assert str(path).splitlines()[:2] == ["Bo → Ada → Utopia", "  Ada warned Bo   2024-01-01 · actual · 1 source"]


def test_where_there_is_no_path_the_cell_says_why() -> None:
    """The reason stands there, and the nearest path without what is in the way."""
    with Graph(open_store()) as graph:
        graph.store.record(told("Post", None))
        found = graph.linkage("<b>Anna</b>", 'Béla" onmouseover="x', since="2025")
        assert found.paths == () and found.reason is not None
        assert found.reason.sentence == str(found)
        assert plain(found.reason.sentence) in parsed(found._repr_html_()).text


def test_only_addresses_of_the_web_become_links() -> None:
    """Anything else is shown as text."""
    assert linked("x", "javascript:alert(1)") == "x"
    assert parsed(linked("x", "https://example.org/?a=1&b=2")).attributes[0] == ("href", "https://example.org/?a=1&b=2")


def test_a_notebook_frame_is_the_only_large_output(graph: Graph) -> None:
    """The picture carries its page, the table does not."""
    assert len(graph.show()._repr_html_()) > 100_000 > len(graph.events()._repr_html_())
    assert kg.Graph is Graph


def test_single_records_say_what_they_are_in_a_line(graph: Graph) -> None:
    """An event, an article, what a build did, a picture and an answer without a path are told, not dumped."""
    (event,) = graph.events()
    assert repr(event).endswith(" met each other', 2024-01-01, actual, 2 sources>")
    extraction = told("Post", None)
    assert repr(extraction) == "<Extraction of 'Post': 1 event>"
    assert (
        repr(extraction.article) == f"<Article 'Post': '<i>title</i>' (Post, 2024-01-02), {len(SENTENCE)} characters>"
    )
    assert repr(graph.building) == "<Building: 0 articles recorded, 0 events told>"
    assert "write_html()" in repr(graph.show())
    found = graph.linkage("<b>Anna</b>", 'Béla" onmouseover="x', since="2025")
    assert repr(found).startswith("<Linkage of 0 paths: <b>Anna</b> takes part in 1 event")


def test_actors_and_articles_are_tables_and_frames(graph: Graph) -> None:
    """Both can be gone through, shown and put into a frame, also where there are none."""
    assert [actor.kind for actor in graph.actors()] == ["person", "person"]
    assert "Gazette" in parsed(graph.articles()._repr_html_()).text
    assert list(graph.articles().to_pandas()["publisher"]) == ["<Post>", "Gazette"]
    assert set(graph.actors().to_pandas()["name"]) == {"<b>Anna</b>", 'Béla" onmouseover="x'}
    with Graph(open_store()) as empty:
        assert repr(empty.actors()) == "no actors" and "no articles" in empty.articles()._repr_html_()
