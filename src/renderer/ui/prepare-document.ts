/**
 * Tells the interaction library what it cannot know of this window. Call it once, before the first render.
 *
 * It writes a `<style>` element, which the content policy forbids, unless an element with this id is there; base.css
 * holds the rule instead.
 *
 * On a touch screen it hides each dialog with a field for 600 ms, in case a keyboard slides in and makes the page lower,
 * as on a phone. Here dialogs lie over the whole window, and no keyboard changes its size: nobody at a till should wait.
 */
export function prepareDocument(): void {
  Object.defineProperty(navigator, 'maxTouchPoints', { configurable: true, value: 0 });
  const id = 'react-aria-pressable-style';
  if (document.getElementById(id)) return;
  const marker = document.createElement('meta');
  marker.id = id;
  document.head.append(marker);
}
