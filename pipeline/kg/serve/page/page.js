// The explorer: an article with its entities marked, beside the graph of its facts. What documents say is only ever
// set as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 720, HEIGHT = 560, MARGIN = 90;
const by = (id) => document.getElementById(id);

function make(tag, text, names = [], space = null) {
  const node = space ? document.createElementNS(space, tag) : document.createElement(tag);
  if (text !== null) node.textContent = text;
  for (const name of names) node.classList.add(name);
  return node;
}

async function ask(path, parameters) {
  const answer = await fetch(`${path}?${new URLSearchParams(parameters)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

// The longest mentions win where some lie inside others; offsets count code points, as everywhere in kg.
function apart(mentions) {
  const kept = [];
  for (const one of [...mentions].sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => one.end <= other.start || other.end <= one.start)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function drawText(found) {
  const letters = Array.from(found.text), place = by("text");
  place.replaceChildren();
  let at = 0;
  for (const one of apart(found.mentions)) {
    place.append(letters.slice(at, one.start).join(""));
    const mark = make("mark", letters.slice(one.start, one.end).join(""), [one.type]);
    mark.dataset.entity = one.entity;
    mark.dataset.start = one.start;
    mark.title = `${one.name ?? ""} (${one.type}, ${one.kind})`;
    mark.addEventListener("click", () => choose(one.entity));
    place.append(mark);
    at = one.end;
  }
  place.append(letters.slice(at).join(""));
}

// Springs between those that a fact joins, all others push one another away; the start is a circle, so that the same
// document gives the same picture.
function layOut(nodes, edges) {
  nodes.forEach((node, number) => {
    const angle = (2 * Math.PI * number) / nodes.length;
    node.x = WIDTH / 2 + 200 * Math.cos(angle);
    node.y = HEIGHT / 2 + 200 * Math.sin(angle);
  });
  for (let round = 0; round < 300; round++) {
    const step = 1 - round / 300;
    for (const one of nodes) {
      let x = (WIDTH / 2 - one.x) * 0.02, y = (HEIGHT / 2 - one.y) * 0.02;
      for (const other of nodes) {
        const dx = one.x - other.x, dy = one.y - other.y, square = Math.max(dx * dx + dy * dy, 100);
        x += (dx * 600) / square;
        y += (dy * 600) / square;
      }
      for (const edge of edges) {
        const other = edge.from === one ? edge.to : edge.to === one ? edge.from : null;
        if (other === null) continue;
        x += (other.x - one.x) * 0.03;
        y += (other.y - one.y) * 0.03;
      }
      one.x = Math.min(Math.max(one.x + x * step, MARGIN), WIDTH - MARGIN);
      one.y = Math.min(Math.max(one.y + y * step, 20), HEIGHT - 30);
    }
  }
}

function drawGraph(found) {
  const place = by("graph"), known = new Map(), edges = [];
  place.replaceChildren();
  const node = (who) => {
    if (!known.has(who.id)) known.set(who.id, { ...who });
    return known.get(who.id);
  };
  for (const fact of found.facts) {
    if (!fact.subject?.id || !fact.object?.id) continue;
    const from = node(fact.subject), to = node(fact.object);
    const same = edges.find((edge) => edge.from === from && edge.to === to);
    if (same) same.facts.push(fact);
    else edges.push({ from, to, facts: [fact] });
  }
  layOut([...known.values()], edges);
  for (const { from, to, facts } of edges) {
    const line = make("line", null, [], SVG);
    for (const [name, value] of [["x1", from.x], ["y1", from.y], ["x2", to.x], ["y2", to.y]]) line.setAttribute(name, value);
    line.dataset.fact = facts.map((fact) => fact.id).join(" ");
    const label = make("text", [...new Set(facts.map((fact) => fact.relation))].join(", "), ["relation"], SVG);
    label.setAttribute("x", (from.x + to.x) / 2);
    label.setAttribute("y", (from.y + to.y) / 2 - 3);
    place.append(line, label);
  }
  for (const one of known.values()) {
    const group = make("g", null, [one.type ?? "Other"], SVG);
    group.dataset.entity = one.id;
    const dot = make("circle", null, [], SVG), name = make("text", one.name, [], SVG);
    for (const [key, value] of [["cx", one.x], ["cy", one.y], ["r", 9]]) dot.setAttribute(key, value);
    name.setAttribute("x", one.x);
    name.setAttribute("y", one.y + 22);
    group.append(dot, name);
    group.addEventListener("click", () => choose(one.id));
    place.append(group);
  }
}

function drawFacts(found) {
  by("facts").replaceChildren(...found.facts.map((fact) => {
    const row = make("tr", null);
    row.dataset.fact = fact.id;
    const object = fact.object?.name ?? fact.quote ?? "";
    const cells = [fact.subject?.name ?? "", fact.relation, object, fact.time ?? "", fact.modality, fact.confidence];
    row.append(...cells.map((cell) => make("td", String(cell))));
    row.addEventListener("click", () => chooseFact(fact));
    return row;
  }));
}

function choose(entity) {
  for (const one of document.querySelectorAll("[data-entity]")) one.classList.toggle("chosen", one.dataset.entity === entity);
}

function chooseFact(fact) {
  for (const one of document.querySelectorAll("[data-fact]")) one.classList.toggle("chosen", one.dataset.fact.split(" ").includes(fact.id));
  const inside = [...document.querySelectorAll("mark")].filter((mark) => {
    const evident = fact.start <= mark.dataset.start && mark.dataset.start < fact.end;
    mark.classList.toggle("evidence", evident);
    return evident;
  });
  inside[0]?.scrollIntoView({ block: "center" });
}

async function show(id) {
  const found = await ask("/page/document", { id });
  by("documents").value = found.id;
  by("title").textContent = found.title ?? found.source;
  by("source").textContent = [found.source, found.published, found.language].filter(Boolean).join(" · ");
  drawText(found);
  drawGraph(found);
  drawFacts(found);
  by("state").textContent = `${found.mentions.length} mentions, ${found.facts.length} facts`;
}

async function list(words) {
  const found = await ask("/page/documents", { words });
  by("documents").replaceChildren(...found.map((one) => {
    const option = make("option", one.title ?? one.source);
    option.value = one.id;
    return option;
  }));
  if (found.length === 0) by("state").textContent = words ? "no document is called so" : "no documents yet: kg ingest SOURCE…";
  return found;
}

const guarded = (work) => async (event) => {
  try {
    await work(event);
  } catch (error) {
    by("state").textContent = error.message;
  }
};

by("documents").addEventListener("change", guarded((event) => show(event.target.value)));
by("words").addEventListener("change", guarded(async (event) => {
  const [first] = await list(event.target.value);
  if (first) await show(first.id);
}));
await guarded(async () => {
  const [first] = await list("");
  const asked = new URLSearchParams(location.search).get("document");
  if (asked || first) await show(asked || first.id);
})();
