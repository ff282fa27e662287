// Long enough for a screen reader that is in the middle of a sentence; then the region is tidied.
const keptFor = 5_000;

/**
 * Has a screen reader say a text when it is done with what it says now. Each text is a line of its own, so that the
 * same text twice is said twice.
 * @param region an element with `role="status"` that has been on the page for a while
 */
export function announceIn(region: Element, text: string): void {
  const line = document.createElement('p');
  line.textContent = text;
  region.append(line);
  setTimeout(() => {
    line.remove();
  }, keptFor);
}
