/** Keeps a place as high as it is while what comes into it waits, so that the page does not jump under its reader. */
export function keepHeight(place: HTMLElement): void {
  place.style.minHeight = `${place.clientHeight}px`;
  const waits = (): boolean => place.querySelector(".explore-waiting") !== null;
  const watch = new MutationObserver(() => {
    if (waits()) return;
    watch.disconnect();
    place.style.minHeight = "";
  });
  watch.observe(place, {childList: true, subtree: true});
}
