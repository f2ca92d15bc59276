/** Colours of the parts of a doughnut, the largest first. */
export const doughnutTokens = [
  '--chart-strong',
  '--hue-2',
  '--hue-3',
  '--hue-5',
  '--hue-4',
  '--chart-compare',
] as const;

/** A colour of the theme in force, for a canvas, which knows no custom properties. */
export function tokenColour(element: Element, token: string): string {
  return getComputedStyle(element).getPropertyValue(token).trim();
}
