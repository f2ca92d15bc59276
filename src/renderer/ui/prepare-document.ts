/**
 * Keeps the interaction library from writing a `<style>` element, which the content policy forbids.
 *
 * It writes one unless an element with this id is there; base.css holds the rule instead. Call it once,
 * before the first render.
 */
export function prepareDocument(): void {
  const id = 'react-aria-pressable-style';
  if (document.getElementById(id)) return;
  const marker = document.createElement('meta');
  marker.id = id;
  document.head.append(marker);
}
