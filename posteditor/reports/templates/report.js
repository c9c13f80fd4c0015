"use strict";
(function () {
  var list = document.getElementById("list");
  var form = document.getElementById("filter");
  if (!list || !form) { return; }
  var status = document.getElementById("filter-status");
  function show(name) {
    var chosen = form.elements.namedItem("show-" + name);
    chosen.checked = true;
    list.dataset.show = name;
    status.textContent = chosen.dataset.told;
  }
  form.addEventListener("change", function (event) { show(event.target.value); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.parentNode === list && target.offsetParent === null) {
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
