"use strict";

const $ = (selector, inside = document) => inside.querySelector(selector);
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

// Copy buttons. A page that was opened as a file may have no clipboard: the words are selected.
for (const button of all("[data-copy]")) {
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    getSelection().selectAllChildren(source);
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}

// A post: the rows of chosen words beside the text.
const panel = $("#panel");
if (panel) {
  const rowsOf = (segment) => (segment.dataset.r || "").split(" ").filter(Boolean);
  const isOn = (layer) => Boolean($(`[data-layer="${layer}"]`)?.checked);
  const articleOf = (id) => document.getElementById(`row.${id}`);

  const show = (ids, marked) => {
    for (const one of all(".chosen")) one.classList.remove("chosen");
    for (const one of marked) one.classList.add("chosen");
    const copies = ids.map(articleOf).filter(Boolean).map((article) => {
      const copy = article.cloneNode(true);
      copy.removeAttribute("id");
      return copy;
    });
    $("div", panel).replaceChildren(...copies);
    panel.hidden = copies.length === 0;
  };

  const segmentsOf = (id) => all(".s[data-r]").filter((one) => rowsOf(one).includes(id));

  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const sentence = $(`a.n[id="${CSS.escape(id)}"]`);
    if (articleOf(id)) {
      const layer = $(`[data-layer="${articleOf(id).className}"]`);
      if (layer) layer.checked = true;
      show([id], segmentsOf(id));
    } else if (sentence) {
      const marked = [];
      for (let next = sentence.nextElementSibling; next && !next.matches("a.n"); next = next.nextElementSibling) {
        if (next.matches(".s")) marked.push(next);
      }
      show([...new Set(marked.flatMap(rowsOf))], marked);
    }
  };

  $(".text").addEventListener("click", (event) => {
    const segment = event.target.closest(".s[data-r]");
    if (!segment || getSelection().toString()) return;
    const on = rowsOf(segment).filter((id) => articleOf(id) && isOn(articleOf(id).className));
    show(on.length ? on : rowsOf(segment), [segment]);
  });
  $("#close").addEventListener("click", () => show([], []));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") show([], []); });
  addEventListener("hashchange", follow);
  follow();
}

// Two posts side by side: a passage shows itself in the other post.
for (const mark of all("mark[data-p]")) {
  const ids = mark.dataset.p.split(" ");
  mark.addEventListener("click", () => {
    const equal = all("mark[data-p]").filter((one) => one.dataset.p.split(" ").some((id) => ids.includes(id)));
    for (const one of all(".chosen")) one.classList.remove("chosen");
    for (const one of equal) one.classList.add("chosen");
    const own = mark.closest("section");
    equal.find((one) => one.closest("section") !== own)?.scrollIntoView({ block: "center" });
  });
}

// A table: sorted and searched by Tabulator; the id of a row leads to its words.
function showTable(root) {
  const { fields, rows } = window.TABLE;
  const wanted = decodeURIComponent(location.hash.slice(1));
  const data = rows.map(([at, ...cells]) => {
    const row = { at };
    fields.forEach((field, place) => { row[`c${place}`] = cells[place]; });
    return row;
  });
  const link = (cell) => {
    const anchor = document.createElement("a");
    anchor.href = root + cell.getData().at;
    anchor.textContent = cell.getValue();
    return anchor;
  };
  const escape = (cell) => {
    const value = cell.getValue();
    return document.createTextNode(value === null ? "" : typeof value === "number" ? value.toLocaleString("en") : value);
  };
  const table = new Tabulator("#table", {
    data,
    height: Math.min(560, 90 + 30 * data.length),
    columns: fields.map((field, place) => ({
      title: field.name,
      field: `c${place}`,
      headerTooltip: field.about,
      formatter: place === 0 ? link : escape,
      sorter: field.type === "string" || field.type === "date" ? "string" : "number",
      hozAlign: field.type === "integer" || field.type === "number" ? "right" : "left",
      maxWidth: 420,
      frozen: place === 0 && innerWidth > 700,
    })),
  });
  const count = (shown) => { $("#count").textContent = `${shown.toLocaleString("en")} of ${data.length.toLocaleString("en")} rows`; };
  const filter = () => {
    const words = $("#filter").value.toLowerCase();
    table.setFilter((row) => Object.values(row).some((cell) => String(cell ?? "").toLowerCase().includes(words)));
  };
  table.on("dataFiltered", (filters, shown) => count(shown.length));
  table.on("tableBuilt", () => {
    // A grid may hold rows alone; the links in them take the keyboard to every row.
    $(".tabulator-tableholder").removeAttribute("tabindex");
    count(data.length);
    if (wanted && data.some((row) => Object.values(row).includes(wanted) || row.at.endsWith(`#${wanted}`))) {
      $("#filter").value = wanted.split(".")[0];
      filter();
    }
  });
  $("#filter").addEventListener("input", filter);
  $("#save").addEventListener("click", (event) => table.download("csv", `${event.target.dataset.name}.csv`));
}

// Full-text search.
function startSearch() {
  const index = new MiniSearch({ fields: ["text"], storeFields: ["text", "at"], searchOptions: { prefix: true, combineWith: "AND" } });
  index.addAll(window.DOCUMENTS);
  const query = $("#query");
  const look = () => {
    const found = query.value.trim() ? index.search(query.value) : [];
    $("#found").textContent = query.value.trim() ? `${found.length.toLocaleString("en")} found` : "";
    $("#results").replaceChildren(...found.slice(0, 100).map((hit) => {
      const item = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.href = hit.at;
      anchor.textContent = hit.id;
      item.append(anchor, ` ${hit.text}`);
      return item;
    }));
  };
  query.value = new URLSearchParams(location.search).get("q") || "";
  query.addEventListener("input", look);
  look();
}

// SQL over the release's SQLite file.
async function startSql() {
  const said = $("#said");
  const bytes = Uint8Array.from(atob(window.DATABASE), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const SQL = await initSqlJs();
  const database = new SQL.Database(new Uint8Array(await new Response(unpacked).arrayBuffer()));
  const cell = (kind, value) => {
    const made = document.createElement(kind);
    made.textContent = value === null ? "" : String(value);
    return made;
  };
  const run = () => {
    try {
      const [{ columns, values } = { columns: [], values: [] }] = database.exec($("#sql").value);
      const lines = [columns.map((name) => cell("th", name)), ...values.slice(0, 1000).map((row) => row.map((value) => cell("td", value)))];
      $("#answer").replaceChildren(...lines.map((cells) => {
        const line = document.createElement("tr");
        line.append(...cells);
        return line;
      }));
      said.textContent = `${values.length.toLocaleString("en")} rows${values.length > 1000 ? ", the first 1,000 shown" : ""}`;
    } catch (error) {
      said.textContent = error.message;
    }
  };
  $("#question").addEventListener("change", (event) => { $("#sql").value = event.target.value; run(); });
  $("#run").addEventListener("click", run);
  $("#run").disabled = false;
  said.textContent = "Ready";
}
