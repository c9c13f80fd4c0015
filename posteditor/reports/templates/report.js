"use strict";
(function () {
  var list = document.getElementById("list");
  var form = document.getElementById("filter");
  if (!list || !form) { return; }
  var status = document.getElementById("filter-status");
  var search = document.getElementById("search");
  var kind = document.getElementById("kind");
  var order = document.getElementById("order");
  var sentences = Array.from(list.children).map(function (item, at) {
    return {
      item: item,
      at: at,
      rate: Number(item.dataset.rate),
      kinds: item.dataset.kinds.split(" "),
      words: null
    };
  });
  function holds(sentence, query) {
    if (sentence.words === null) {
      sentence.words = sentence.item.textContent.toLowerCase();
    }
    return sentence.words.indexOf(query) >= 0;
  }
  function update() {
    var name = list.dataset.show;
    var query = search.value.trim().toLowerCase();
    var shown = 0;
    sentences.forEach(function (sentence) {
      var found = (name === "all" || sentence.item.classList.contains("is-" + name)) &&
        (!kind.value || sentence.kinds.indexOf(kind.value) >= 0) &&
        (!query || holds(sentence, query));
      sentence.item.hidden = !found;
      if (found) { shown += 1; }
    });
    status.textContent = shown + " of " + sentences.length +
      (sentences.length === 1 ? " sentence" : " sentences") + " shown";
  }
  function sort() {
    var byRate = order.value === "rate";
    sentences.slice().sort(function (one, other) {
      return (byRate && other.rate - one.rate) || one.at - other.at;
    }).forEach(function (sentence) { list.appendChild(sentence.item); });
  }
  function show(name) {
    form.elements.namedItem("show-" + name).checked = true;
    list.dataset.show = name;
    update();
  }
  form.addEventListener("change", function (event) {
    if (event.target.name === "show") { show(event.target.value); }
    if (event.target === order) { sort(); }
    if (event.target === kind) { update(); }
  });
  search.addEventListener("input", update);
  search.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { search.value = ""; update(); }
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
  });
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.parentNode === list && target.hidden) {
      search.value = "";
      kind.value = "";
      show("all");
      target.scrollIntoView();
    }
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (box) { box.open = true; });
  });
  form.hidden = false;
  show("all");
})();
