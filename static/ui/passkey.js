// A passkey that was cancelled or refused: said where the eye and the ear are, in plain words.
(() => {
  const words = document.currentScript.dataset.failed;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const status = document.getElementById("status");
    status.classList.add("status-line--problem");
    status.textContent = words;
  });
})();
