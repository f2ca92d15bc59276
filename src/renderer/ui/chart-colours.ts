import type { Direction } from '../../shared/text/text.ts';

/** Colours of the parts of a doughnut, the largest first. */
export const doughnutTokens = [
  '--chart-strong',
  '--chart-part-2',
  '--chart-part-3',
  '--chart-part-4',
  '--chart-part-5',
  '--chart-compare',
] as const;

/** From little to much. */
export const heatTokens = [1, 2, 3, 4, 5, 6, 7].map((step) => `--heat-${step}`);

/** A colour of the theme in force, for a canvas, which knows no custom properties. */
export function tokenColour(element: Element, token: string): string {
  return getComputedStyle(element).getPropertyValue(token).trim();
}

/** What a canvas must be told to draw like the page around it. */
export type ChartPaint = {
  readonly colour: (token: string) => string;
  readonly family: string;
  /** Pixels of the root's letters: all sizes grow with them. */
  readonly rem: number;
  readonly direction: Direction;
  /** Where what is under the pointer can be opened, the pointer says so on this element. */
  readonly pointed: HTMLElement | null;
};

/** Colours, letters and size of the theme in force. */
export function screenPaint(element: HTMLElement, direction: Direction): ChartPaint {
  const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) || 16;
  return {
    colour: (token) => tokenColour(element, token),
    family: getComputedStyle(element).fontFamily,
    ...{ rem, direction, pointed: element },
  };
}

/** Those of a picture on paper: the light theme's and the usual size, whatever the window wears. */
export function paperPaint(direction: Direction): ChartPaint {
  const light = lightTokens();
  return {
    colour: (token) => light?.getPropertyValue(token).trim() || tokenColour(document.documentElement, token),
    family: getComputedStyle(document.body).fontFamily,
    ...{ rem: 16, direction, pointed: null },
  };
}

/** The tokens' first block, `:root`, which is light; null where no style sheet is there. */
function lightTokens(): CSSStyleDeclaration | null {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const { selectorText, style } = rule as Partial<CSSStyleRule>;
      if (selectorText === ':root' && style?.getPropertyValue('--chart-strong')) return style;
    }
  }
  return null;
}

/** The token of white or of dark letters, whichever is read better on a colour like `#c97800`. */
export function lettersOn(background: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(background.slice(at, at + 2), 16),
  );
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '--on-accent' : '--on-danger';
}
