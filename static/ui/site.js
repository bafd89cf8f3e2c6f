// What htmx would do in silence is said in the page's status line.
(function () {
  "use strict";
  var notSaved = document.currentScript.dataset.notSaved;

  function say(text) {
    var line = document.getElementById("status");
    if (!line) return;
    line.classList.add("status-line--problem");
    line.textContent = "";
    setTimeout(function () { line.textContent = text; }, 50);
  }

  function isPolling(event) {
    return event.detail.elt && event.detail.elt.id === "poll";
  }

  document.addEventListener("htmx:sendError", function (event) {
    if (!isPolling(event)) say(notSaved);
  });
  document.addEventListener("htmx:timeout", function (event) {
    if (!isPolling(event)) say(notSaved);
  });
  document.addEventListener("htmx:responseError", function (event) {
    if (isPolling(event)) return;
    say(notSaved);
  });

  // A page that stands on its own (a form with errors, signing in, a refusal) replaces the whole page.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var status = event.detail.xhr.status;
    var isPage = /^\s*<!doctype/i.test(event.detail.xhr.responseText || "");
    if (isPolling(event)) {
      if (isPage) event.detail.shouldSwap = false;
      return;
    }
    if (!isPage) return;
    event.detail.shouldSwap = false;
    if ([200, 403, 404, 409, 422, 429].includes(status)) {
      event.detail.isError = false;
      var address = event.detail.xhr.responseURL;
      // Its <style> carries the nonce of another answer, which the policy of this page refuses.
      var text = event.detail.xhr.responseText.replace(/<style[\s\S]*?<\/style>/gi, "");
      var page = new DOMParser().parseFromString(text, "text/html");
      if (status === 200) { window.location.assign(address); return; }
      var content = page.getElementById("maincontent");
      if (!content) return;
      document.getElementById("maincontent").replaceWith(content);
      document.title = page.title;
      window.htmx.process(content);
      var first = content.querySelector(".nhsuk-error-summary") || content.querySelector("h1");
      if (first) { first.setAttribute("tabindex", "-1"); first.focus(); }
    }
  });

  // After saving, the page may open far below its message: it goes to where the eye is, and is read.
  document.addEventListener("DOMContentLoaded", function () {
    var message = document.querySelector("[data-message]");
    var target = window.location.hash && document.getElementById(window.location.hash.slice(1));
    var clash = document.getElementById("meanwhile");
    if (clash) {
      clash.setAttribute("tabindex", "-1");
      clash.focus();
      return;
    }
    if (!message) return;
    if (target && target.matches("li, article, section")) {
      message.remove();
      target.prepend(message);
    }
    message.setAttribute("tabindex", "-1");
    message.focus({ preventScroll: true });
  });

  // A row that somebody else changed comes back as open as it was.
  document.addEventListener("htmx:oobBeforeSwap", function (event) {
    var menu = event.detail.target.querySelector && event.detail.target.querySelector("details[open]");
    var fresh = menu && event.detail.fragment && event.detail.fragment.querySelector("details");
    if (fresh) fresh.open = true;
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    var line = document.getElementById("status");
    if (event.detail.successful && line && line.classList.contains("status-line--problem")) {
      line.classList.remove("status-line--problem");
      line.textContent = "";
    }
  });
})();
