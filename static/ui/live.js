// A live page asks what changed: within every 3 seconds, more slowly when nothing and nobody has
// moved for a quarter of an hour, and not at all while nobody looks at the tab. #poll carries the address with the version.
(function () {
  "use strict";
  var QUICK = 2700, SLOW = 10000, QUIET_ROUNDS = 400, quiet = 0;

  function ask() {
    var poll = document.getElementById("poll");
    if (poll && !document.hidden && window.htmx) window.htmx.trigger(poll, "ask");
    later();
  }

  function later() {
    var pause = quiet > QUIET_ROUNDS ? SLOW : QUICK;
    setTimeout(ask, pause * (0.85 + Math.random() * 0.15));
  }

  // The answer has replaced #poll by then, so the event itself comes from further up.
  function isPoll(event) {
    var asked = event.detail.requestConfig;
    return Boolean(asked && asked.elt && asked.elt.id === "poll");
  }

  document.addEventListener("htmx:afterRequest", function (event) {
    if (!isPoll(event)) return;
    quiet = event.detail.xhr.status === 204 ? quiet + 1 : 0;
  });
  // What others did is said to screen readers, at most every ten seconds, all of it together.
  var PAUSE_BETWEEN_NEWS = 10000, heard = [], lastSaid = 0, waiting = false;

  function sayNews() {
    var line = document.getElementById("status");
    waiting = false;
    lastSaid = Date.now();
    line.classList.remove("status-line--problem");
    line.textContent = heard.splice(0).join(" ");
  }

  document.addEventListener("htmx:afterRequest", function (event) {
    if (!isPoll(event) || event.detail.xhr.status !== 200) return;
    var news = document.getElementById("news");
    var text = news ? news.textContent.trim() : "";
    if (!text) return;
    news.textContent = "";
    heard.push(text);
    if (waiting) return;
    waiting = true;
    setTimeout(sayNews, Math.max(0, lastSaid + PAUSE_BETWEEN_NEWS - Date.now()));
  });

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) return;
    quiet = 0;
    var poll = document.getElementById("poll");
    if (poll && window.htmx) window.htmx.trigger(poll, "ask");
  });
  ["pointerdown", "keydown", "focusin"].forEach(function (name) {
    document.addEventListener(name, function () { quiet = 0; }, { passive: true });
  });
  later();
})();
