// The margin beside a text: each note as high as its paragraph, or below the note before it.

const GAP = 10;

/**
 * Keep the notes of an article in place, as long as it is shown. On a narrow page they stand below their paragraphs.
 * @param {HTMLElement} body
 */
export function keepMargins(body) {
  const margins = /** @type {HTMLElement[]} */ ([...body.querySelectorAll(".margin")]);
  const place = () => {
    if (!body.isConnected) {
      observer.disconnect();
      removeEventListener("resize", place);
      return;
    }
    let free = 0;
    for (const margin of margins) {
      const isBeside = getComputedStyle(margin).position === "absolute";
      const top = Math.max(free, margin.parentElement?.offsetTop ?? 0);
      margin.style.insetBlockStart = isBeside ? `${top}px` : "";
      free = isBeside ? top + margin.offsetHeight + GAP : 0;
    }
    body.style.minBlockSize = free ? `${free}px` : "";
  };
  const observer = new ResizeObserver(place);
  for (const margin of margins) observer.observe(margin);
  addEventListener("resize", place);
}
