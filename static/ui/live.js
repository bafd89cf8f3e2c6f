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

  document.addEventListener("htmx:afterRequest", function (event) {
    if (!event.detail.elt || event.detail.elt.id !== "poll") return;
    quiet = event.detail.xhr.status === 204 ? quiet + 1 : 0;
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
