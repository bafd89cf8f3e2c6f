// What can be measured on a page as it stands. Each answers with a list of what is wrong.
window.looking = {
  WCAG: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],

  violations: async function () {
    const options = { runOnly: { type: "tag", values: this.WCAG }, resultTypes: ["violations"] };
    const found = (await axe.run(document, options)).violations;
    const say = (rule, node) =>
      `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`.slice(0, 300);
    return found.flatMap((rule) => rule.nodes.map((node) => say(rule, node)));
  },

  sideways: function () {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")]
      .filter((e) => e.getBoundingClientRect().right > clientWidth + 1)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
    return [`scrolls sideways: ${scrollWidth} > ${clientWidth}: ${wide.slice(-3).join(", ")}`];
  },

  // What answers to a press: the element, or all of what its ::after is spread over.
  boxOf: function (e) {
    const after = getComputedStyle(e, "::after");
    const isSpread = after.content !== "none" && after.position === "absolute" && after.inset === "0px";
    return (isSpread && e.offsetParent ? e.offsetParent : e).getBoundingClientRect();
  },

  // Smaller than 24 px, or 44 px for the tick; links inside a sentence excepted.
  small: function () {
    const pressed = "a[href], button, select, summary, textarea, input:not([type=hidden])";
    return [...document.querySelectorAll(pressed)]
      .filter((e) => {
        const box = this.boxOf(e);
        const style = getComputedStyle(e);
        const hidden = !e.checkVisibility() || box.width <= 1 || style.opacity === "0";
        if (hidden || e.className.includes("skip-link")) return false;
        const inSentence = style.display === "inline" && e.closest("p, li, dd, td, h1, h2, h3");
        const least = (e.classList.contains("tick") ? 44 : 24) - 0.5;
        return !inSentence && (box.height < least || box.width < least);
      })
      .map((e) => `small: ${e.outerHTML.slice(0, 120)}`);
  },

  // Boxes that hide part of their words.
  cutOff: function () {
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    return [...document.querySelectorAll("body *")]
      .filter((e) => {
        const style = getComputedStyle(e);
        const aside = hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
        const below = hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
        const shows = e.innerText && e.clientWidth > 1 && !e.closest(".nhsuk-u-visually-hidden");
        return (aside || below) && shows;
      })
      .map((e) => `cut off: ${e.outerHTML.slice(0, 120)}`);
  },

  everything: async function () {
    return [...(await this.violations()), ...this.sideways(), ...this.small(), ...this.cutOff()];
  },
};
