import { palette, type Wall, walls } from './palette.ts';

/** A piece of SVG markup. */
export type Svg = string;

/** Side of a picture in its own units, which are also its pixels. */
export const pictureSize = 480;

let lastId = 0;

/** A fresh id for a clip path; ids need only be unique within one picture. */
function nextId(): string {
  lastId += 1;
  return `c${lastId}`;
}

/** A filled outline. `more` holds further attributes as they are written in SVG. */
export function path(d: string, fill: string, more = ''): Svg {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** A drawn stroke with round ends. */
export function line(d: string, colour: string, width: number, more = ''): Svg {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

/** A filled ellipse. */
export function oval(cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): Svg {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
}

/** A filled rectangle with round corners. */
export function box(x: number, y: number, w: number, h: number, r: number, fill: string, more = ''): Svg {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`;
}

/** Content moved, turned (degrees) or scaled about its own origin. */
export function placed(content: Svg, transform: string): Svg {
  return `<g transform="${transform}">${content}</g>`;
}

/** Content that shows only inside the outline `d`. */
export function within(d: string, content: Svg): Svg {
  const id = nextId();
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
}

/** How deep the light bites: width of the shade at the lower right and of the rim of light at the upper left. */
export type Light = { readonly shade?: number; readonly rim?: number; readonly depth?: number };

const everywhere = 'M-900-900H1900V1900H-900Z';

/** Light from the upper left over what is inside `d`: a crescent of shade, a thinner one of light. */
export function lightOver(d: string, light: Light = {}): Svg {
  const { shade = 16, rim = 5, depth = 0.17 } = light;
  const outside = `${everywhere} ${d}`;
  const dark = path(
    outside,
    palette.shade,
    `fill-rule="evenodd" opacity="${depth}" transform="translate(${-shade} ${-shade * 0.5})"`,
  );
  const bright = path(
    outside,
    palette.white,
    `fill-rule="evenodd" opacity="0.27" transform="translate(${rim} ${rim * 0.8})"`,
  );
  return within(d, (shade > 0 ? dark : '') + (rim > 0 ? bright : ''));
}

/** A solid thing: its colour, what is printed on it, and the light over both. */
export function solid(d: string, fill: string, light: Light = {}, printed: Svg = ''): Svg {
  return path(d, fill) + (printed === '' ? '' : within(d, printed)) + lightOver(d, light);
}

/** The outline of an ellipse as a path, for `solid` and `within`. */
export function ovalPath(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${rx * 2} 0a${rx} ${ry} 0 1 0 ${-rx * 2} 0Z`;
}

/** The outline of a rounded rectangle as a path. */
export function boxPath(x: number, y: number, w: number, h: number, r: number): string {
  const [iw, ih] = [w - 2 * r, h - 2 * r];
  return `M${x + r} ${y}h${iw}a${r} ${r} 0 0 1 ${r} ${r}v${ih}a${r} ${r} 0 0 1 ${-r} ${r}h${-iw}a${r} ${r} 0 0 1 ${-r} ${-r}v${-ih}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
}

/** Side of a round vessel seen a little from above: straight walls, round foot, round back of the rim. */
export function tubPath(cx: number, top: number, rTop: number, bottom: number, rBottom: number): string {
  const [ft, fb] = [rTop * tilt, rBottom * tilt];
  return `M${cx - rTop} ${top}L${cx - rBottom} ${bottom}A${rBottom} ${fb} 0 0 0 ${cx + rBottom} ${bottom}L${cx + rTop} ${top}A${rTop} ${ft} 0 0 0 ${cx - rTop} ${top}Z`;
}

/** How flat a circle on the table looks: one viewpoint for the whole set. */
export const tilt = 0.3;

/** The soft shadow that a thing casts on the table, to its right. */
export function shadow(cx: number, cy: number, rx: number, ry = rx * 0.2): Svg {
  return (
    oval(cx + rx * 0.16, cy, rx * 1.1, ry, palette.shade, 'opacity="0.1"') +
    oval(cx + rx * 0.06, cy, rx * 0.98, ry * 0.72, palette.shade, 'opacity="0.14"')
  );
}

/** A streak of light on glass or glaze. */
export function glint(d: string, width = 8, opacity = 0.55): Svg {
  return line(d, palette.white, width, `opacity="${opacity}"`);
}

/** A whole picture: wall, light from a window, table, and the thing on it. */
export function picture(wall: Wall, thing: Svg): Svg {
  const tableTop = 338;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureSize}" height="${pictureSize}" viewBox="0 0 ${pictureSize} ${pictureSize}">`,
    box(0, 0, pictureSize, pictureSize, 0, walls[wall]),
    path('M70 0H236L96 338H-70Z', palette.white, 'opacity="0.28"'),
    path('M262 0H318L178 338H122Z', palette.white, 'opacity="0.28"'),
    box(0, tableTop, pictureSize, pictureSize - tableTop, 0, palette.shade, 'opacity="0.075"'),
    box(0, tableTop, pictureSize, 4, 0, palette.white, 'opacity="0.35"'),
    thing,
    '</svg>',
  ].join('');
}
