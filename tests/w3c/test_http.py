"""The 34 protocol, 13 Graph Store Protocol and 3 service description tests, as HTTP requests."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat, parse, parse_query_results

from served import WRITING
from w3c.compare import GRAPHS, graph_of, same
from w3c.endpoint import Endpoint
from w3c.known import HTTP
from w3c.manifests import CNT, HT, MF, Case, Node, cases, parameters
from w3c.test_evaluation import state

STATUS = "http://www.w3.org/2011/http-statusCodes#"
SD = "http://www.w3.org/ns/sparql-service-description#"
CODES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
PROTOCOL = cases("protocol", "ProtocolTest")
STORE = [
    case
    for name in ("manifest-direct.ttl", "manifest-indirect.ttl")
    for case in cases("graph-store-protocol", "GraphStoreProtocolTest", manifest=name)
]
DESCRIPTION = cases("service-description", "ServiceDescriptionTest")
RESULTS = {one.media_type.split(";")[0]: one for one in (QueryResultsFormat.JSON, QueryResultsFormat.XML)}


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(PROTOCOL, HTTP, 34))
def test_protocol(case: Case, endpoint: Endpoint) -> None:
    endpoint.load(state(case.node))
    for request in requests(case.node):
        expect(sent(endpoint, request, {}), request)


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(STORE, HTTP, 13))
def test_graph_store(case: Case, endpoint: Endpoint) -> None:
    endpoint.update("DROP ALL")
    places = dict[str, str]()
    for request in requests(case.node):
        answer = sent(endpoint, request, places)
        expect(answer, request)
        wanted = response(request).text(f"{MF}expectedLocation")
        if wanted is not None:
            places[wanted] = answer.headers["location"]


def requests(node: Node) -> list[Node]:
    action = node.one(f"{MF}action")
    assert action is not None
    listed = action.one(f"{HT}requests")
    assert listed is not None
    found = list(listed.items())
    assert found
    return found


def response(request: Node) -> Node:
    found = request.one(f"{HT}resp")
    assert found is not None
    return found


def fields(node: Node) -> dict[str, str]:
    """Return the headers of a request or a response."""
    listed = node.one(f"{HT}headers")
    found = list(listed.items()) if listed is not None else []
    return {one.text(f"{HT}fieldName") or "": one.text(f"{HT}fieldValue") or "" for one in found}


def content(node: Node) -> bytes | None:
    """Return a body in the encoding that it is said to have."""
    body = node.one(f"{HT}body")
    if body is None:
        return None
    return (body.text(f"{CNT}chars") or "").encode(body.text(f"{CNT}characterEncoding") or "utf-8")


def sent(endpoint: Endpoint, request: Node, places: dict[str, str]) -> httpx.Response:
    """Send a request of a suite to our addresses."""
    path, body, headers = request.text(f"{HT}absolutePath") or "", content(request), fields(request)
    for name, value in places.items():
        path = path.replace(name, value)
    address = path.replace("/gsp", "/store", 1) if path.startswith("/gsp") else sparql(path, body, headers)
    method = request.text(f"{HT}methodName") or ""
    if "/update" in address or method not in ("GET", "HEAD"):
        endpoint.touched()
    return endpoint.client.request(method, address, content=body, headers=WRITING | headers)


def sparql(path: str, body: bytes | None, headers: dict[str, str]) -> str:
    """Return the address for a request of the protocol suite, in which queries and updates share one."""
    updates = "update" in headers.get("content-type", "") or "update" in parse_qs(urlsplit(path).query)
    updates = updates or (body is not None and (b"update=" in body or b"CLEAR" in body or b"DELETE" in body))
    return path.replace("/sparql/", "/update" if updates else "/sparql", 1)


def expect(answer: httpx.Response, request: Node) -> None:
    """Check an answer against what the suite says of it."""
    expected = response(request)
    statuses = [one.value.removeprefix(STATUS) for one in expected.all(f"{MF}expectedStatus")]
    assert any(fits(answer.status_code, one) for one in statuses), (answer.status_code, statuses, answer.text)
    layout, boolean = expected.text(f"{MF}expectedFormat"), expected.text(f"{MF}expectedBoolean")
    if layout == "RDF":
        list(parse(answer.content, format=RdfFormat.from_media_type(answer.headers["content-type"])))
    elif layout is not None:
        found = parse_query_results(answer.content, format=RESULTS[answer.headers["content-type"].split(";")[0]])
        assert boolean is None or bool(found) is (boolean == "true")
    for name, value in fields(expected).items():
        sent_as = answer.headers[name]
        # The suite names the charset of Turtle, which has no other: what is sent without it is right, too.
        assert sent_as.replace(" ", "") in (value.replace(" ", ""), value.partition(";")[0])
    graph = content(expected)
    if request.text(f"{HT}methodName") == "HEAD":
        assert answer.content == b""
    elif graph is not None:
        base = "http://www.example/"
        got = graph_of(answer.content, GRAPHS[".ttl"], base)
        assert same(got, graph_of(graph, GRAPHS[".ttl"], base))


def fits(status: int, name: str) -> bool:
    family = name.removeprefix("StatusCode").removesuffix("xx")
    return status // 100 == int(family) if family.isdigit() else status == CODES[name]


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(DESCRIPTION, HTTP, 3))
@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/ld+json", "*/*"])
def test_service_description(case: Case, accept: str, endpoint: Endpoint) -> None:
    answer = endpoint.client.get("/sparql", headers={"accept": accept})
    assert answer.status_code == 200, answer.text
    base = str(answer.url)
    graph = graph_of(answer.content, RdfFormat.from_media_type(answer.headers["content-type"]), base)
    assert graph, case.name
    services = [one.subject for one in graph if one.object == NamedNode(f"{SD}Service")]
    assert [one.object for one in graph if one.predicate == NamedNode(f"{SD}endpoint")] == [NamedNode(base)]
    assert len(services) == 1
    assert {one.predicate.value.removeprefix(SD) for one in graph if one.predicate.value.startswith(SD)} <= TERMS
    assert {one.value for one in objects(graph, "supportedLanguage")} <= {f"{SD}SPARQL11Query", f"{SD}SPARQL11Update"}


TERMS = set(
    "endpoint feature defaultEntailmentRegime entailmentRegime extensionFunction extensionAggregate languageExtension "
    "supportedLanguage propertyFeature defaultDataset availableGraphs resultFormat inputFormat defaultGraph namedGraph "
    "name graph defaultSupportedEntailmentProfile supportedEntailmentProfile".split()
)


def objects(graph: set[Quad], name: str) -> set[NamedNode]:
    return {one.object for one in graph if one.predicate == NamedNode(SD + name)}
