// “More rows” adds one row in place. Without this script the same button asks for a page with more.
(function () {
  "use strict";

  function again(text, number) {
    return text.replace(/row-\d+/, "row-" + number);
  }

  // A copy of the last row, empty, with the next number in its names and its labels.
  function nextOf(last, number) {
    var row = last.cloneNode(true);
    row.id = again(row.id, number);
    row.querySelectorAll(".nhsuk-error-message").forEach(function (one) { one.remove(); });
    row.querySelectorAll("*").forEach(function (one) {
      one.classList.remove("nhsuk-form-group--error", "nhsuk-textarea--error");
      one.removeAttribute("aria-describedby");
      ["id", "name", "for"].forEach(function (name) {
        if (one.hasAttribute(name)) one.setAttribute(name, again(one.getAttribute(name), number));
      });
      one.childNodes.forEach(function (part) {
        if (part.nodeType === 3 && one.closest("label")) part.data = part.data.replace(/\d+/, number + 1);
      });
    });
    row.querySelector("textarea").value = "";
    var choice = row.querySelector("select");
    if (choice) choice.selectedIndex = 0;
    return row;
  }

  document.addEventListener("DOMContentLoaded", function () {
    var list = document.getElementById("rows"), more = document.getElementById("more-rows");
    if (!list || !more) return;
    more.addEventListener("click", function (event) {
      var number = list.children.length;
      if (number >= Number(list.dataset.most)) return;
      event.preventDefault();
      var row = nextOf(list.lastElementChild, number);
      list.append(row);
      row.querySelector("textarea").focus();
    });
  });
})();
