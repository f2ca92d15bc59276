import { palette as p } from './palette.ts';
import type { Svg } from './svg.ts';

/** How much of the square the icon's ground fills: macOS wants air around it, the others do not. */
export type IconGround = 'full' | 'airy';

/** The receipt of the mark: on whole pixels of 16 where it is small, a little slimmer where it is large. */
const receipts = {
  small:
    'M28 12.5H72Q81.25 12.5 81.25 21.75V84.4L70.8 75 60.4 84.4 50 75 39.6 84.4 29.2 75 18.75 84.4V21.75Q18.75 12.5 28 12.5Z',
  large:
    'M29 15H71Q79 15 79 23V84.5L71.7 77.5 64.5 84.5 57.2 77.5 50 84.5 42.8 77.5 35.5 84.5 28.3 77.5 21 84.5V23Q21 15 29 15Z',
} as const;

/** The mark: a receipt, torn off at its foot, with the round O of an order in it. In a square of 100. */
export function markPaths(paper: string, ring: string, fine: boolean): Svg {
  const [cy, r, width] = fine ? [45, 15.5, 9.5] : [43.75, 14, 9.5];
  return `<path d="${fine ? receipts.large : receipts.small}" fill="${paper}"/><circle cx="50" cy="${cy}" r="${r}" fill="none" stroke="${ring}" stroke-width="${width}"/>`;
}

/** The application's icon as SVG in a square of 100, for pictures of `size` pixels. */
export function appIcon(size: number, ground: IconGround): Svg {
  const fine = size > 48;
  const inset = ground === 'airy' ? 9.8 : fine ? 2 : 0;
  const side = 100 - 2 * inset;
  const scale = side / 100;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">`,
    `<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#24345a"/><stop offset="1" stop-color="${p.ink}"/></linearGradient>`,
    `<linearGradient id="a" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffc04d"/><stop offset="1" stop-color="${p.amber}"/></linearGradient></defs>`,
    `<g transform="translate(${inset} ${inset}) scale(${scale})">`,
    `<rect width="100" height="100" rx="${fine ? 22.5 : 20}" fill="url(#g)"/>`,
    fine ? `<path d="${receipts.large}" fill="#0b1326" opacity=".35" transform="translate(0 2)"/>` : '',
    markPaths('url(#a)', p.ink, fine),
    '</g></svg>',
  ].join('');
}

/** The mark alone, without its ground, for the window: it stands on light and on dark. */
export function logo(): Svg {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="15 15 70 70" role="img" aria-hidden="true">${markPaths(p.amber, p.ink, true)}</svg>\n`;
}
