import { palette as p } from '../palette.ts';
import {
  box,
  glint,
  line,
  oval,
  ovalPath,
  path,
  placed,
  type Svg,
  shadow,
  solid,
  tilt,
  tubPath,
  within,
} from '../svg.ts';

type Cup = {
  readonly cx?: number;
  readonly top: number;
  readonly radius: number;
  readonly height: number;
  readonly colour: string;
  readonly drink?: string;
  readonly onDrink?: Svg;
  readonly straight?: boolean;
  readonly print?: Svg;
};

function cupSide({ cx = 240, top, radius: r, height: h, straight = false }: Cup): string {
  const foot = straight ? r * 0.86 : r * 0.52;
  const belly = straight ? r * 0.99 : r * 0.98;
  const low = straight ? 0.92 : 0.72;
  return (
    `M${cx - r} ${top}C${cx - belly} ${top + h * low} ${cx - r * (straight ? 0.9 : 0.78)} ${top + h} ${cx - foot} ${top + h}` +
    `A${foot} ${foot * tilt} 0 0 0 ${cx + foot} ${top + h}` +
    `C${cx + r * (straight ? 0.9 : 0.78)} ${top + h} ${cx + belly} ${top + h * low} ${cx + r} ${top}` +
    `A${r} ${r * tilt} 0 0 0 ${cx - r} ${top}Z`
  );
}

/** A cup or mug with its handle on the right; `onDrink` is drawn in a unit circle lying on the drink. */
export function cup(o: Cup): Svg {
  const { cx = 240, top, radius: r, height: h, colour, straight = false } = o;
  const reach = straight ? 1.5 : 1.46;
  const handle = `M${cx + r * 0.9} ${top + h * 0.2}C${cx + r * reach} ${top + h * 0.06} ${cx + r * reach} ${top + h * 0.8} ${cx + r * (straight ? 0.86 : 0.72)} ${top + h * (straight ? 0.72 : 0.66)}`;
  const width = straight ? r * 0.2 : r * 0.17;
  const inner = ovalPath(cx, top, r * 0.92, r * 0.92 * tilt);
  const level = top + r * 0.07;
  return [
    line(handle, colour, width),
    line(handle, p.shade, width, 'opacity="0.14"'),
    solid(cupSide(o), colour, { shade: r * 0.3, rim: 7 }, o.print ?? ''),
    oval(cx, top, r, r * tilt, colour),
    oval(cx, top, r, r * tilt, p.white, 'opacity="0.45"'),
    path(inner, colour),
    path(inner, p.shade, 'opacity="0.3"'),
    o.drink === undefined
      ? ''
      : within(
          inner,
          oval(cx, level, r * 0.9, r * 0.9 * tilt, o.drink) +
            placed(o.onDrink ?? '', `translate(${cx} ${level}) scale(${r * 0.84} ${r * 0.84 * tilt})`),
        ),
  ].join('');
}

function saucer(cy: number, rx: number, colour: string): Svg {
  return [
    shadow(240, cy + rx * 0.16, rx),
    oval(240, cy + 9, rx, rx * tilt, colour),
    oval(240, cy + 9, rx, rx * tilt, p.shade, 'opacity="0.2"'),
    oval(240, cy, rx, rx * tilt, colour),
    oval(240, cy, rx * 0.7, rx * 0.7 * tilt, p.shade, 'opacity="0.08"'),
    oval(250, cy + 4, rx * 0.52, rx * 0.52 * tilt, p.shade, 'opacity="0.16"'),
  ].join('');
}

const steam = [
  line('M196 118c-18-26 18-34 0-62', p.white, 9, 'opacity="0.7"'),
  line('M240 108c-18-28 18-38 0-68', p.white, 9, 'opacity="0.7"'),
  line('M284 118c-18-26 18-34 0-62', p.white, 9, 'opacity="0.7"'),
].join('');

const fern = [
  path(
    'M0 .92C-.16 .5-.78 .42-.74-.02-.7-.4-.2-.44 0-.12 .2-.44 .7-.4 .74-.02 .78 .42 .16 .5 0 .92Z',
    p.cream,
  ),
  line('M-.5 .02C-.3-.16-.1 .06 0 .3 .1 .06 .3-.16 .5 .02', p.coffeePale, 0.09),
  line('M-.28 .32C-.16 .24-.04 .36 0 .54 .04 .36 .16 .24 .28 .32', p.coffeePale, 0.08),
].join('');

function dusted(colour: string): Svg {
  const spots = [
    [-0.42, -0.3],
    [-0.1, -0.52],
    [0.3, -0.36],
    [0.5, 0.04],
    [0.12, -0.12],
    [-0.24, 0.08],
    [-0.56, 0.14],
    [0.28, 0.36],
    [-0.08, 0.42],
    [-0.36, 0.46],
    [0.02, 0.16],
    [0.6, 0.34],
  ] as const;
  return spots.map(([x, y]) => oval(x, y, 0.075, 0.09, colour, 'opacity="0.75"')).join('');
}

function tallGlass(drink: Svg, topping: Svg): Svg {
  const side = tubPath(240, 96, 86, 380, 62);
  const inside = tubPath(240, 100, 78, 366, 56);
  return [
    shadow(240, 384, 76),
    path(side, p.glass, 'opacity="0.75"'),
    within(inside, drink),
    topping,
    solid(side, 'none', { shade: 20, rim: 0, depth: 0.1 }),
    oval(240, 96, 86, 86 * tilt, p.white, 'opacity="0.4"'),
    `<ellipse cx="240" cy="96" rx="86" ry="${86 * tilt}" fill="none" stroke="${p.white}" stroke-width="5" opacity="0.85"/>`,
    glint('M178 150L190 320', 9),
  ].join('');
}

/** A cube of ice lying at an angle. */
export function ice(x: number, y: number, turn: number, size = 46): Svg {
  const s = size / 2;
  return placed(
    box(-s, -s, size, size, 9, p.white, 'opacity="0.6"') +
      box(-s + 6, -s + 6, size * 0.5, size * 0.5, 6, p.white, 'opacity="0.5"'),
    `translate(${x} ${y}) rotate(${turn})`,
  );
}

const latteLayers =
  box(120, 60, 240, 340, 0, p.milk) +
  box(120, 60, 240, 160, 0, p.coffeePale) +
  path(
    'M120 220C180 196 220 236 270 214 310 200 340 222 360 214V300C320 320 280 288 240 306 200 320 150 296 120 308Z',
    '#dcb78e',
  ) +
  box(120, 60, 240, 76, 0, p.cream);

const icedLayers =
  box(120, 60, 240, 340, 0, p.milk) +
  path('M120 96H360V236C330 276 310 220 286 268 266 308 244 232 222 276 200 312 170 226 120 268Z', p.coffee) +
  path('M120 96H360V160C320 196 290 150 250 176 210 200 170 150 120 178Z', p.coffeeDark) +
  ice(206, 146, 18) +
  ice(268, 164, -14) +
  ice(228, 206, 40, 40) +
  ice(280, 116, 30, 40);

const chocolateTop =
  oval(-0.3, -0.1, 0.34, 0.5, p.cream) +
  oval(0.3, -0.05, 0.36, 0.5, p.white) +
  oval(0, 0.3, 0.36, 0.44, p.cream);

function marshmallow(x: number, y: number, colour: string): Svg {
  return (
    solid(tubPath(x, y, 22, y + 24, 22), colour, { shade: 9, rim: 3 }) +
    oval(x, y, 22, 22 * tilt, p.white, 'opacity="0.75"')
  );
}

function teapot(): Svg {
  const body = 'M120 268C120 196 172 168 236 168S352 196 352 268C352 340 308 376 236 376S120 340 120 268Z';
  const spout = 'M136 302C92 296 96 222 58 206L84 186C128 202 128 250 160 262Z';
  const grip = 'M338 222C414 190 424 320 334 324';
  return [
    shadow(240, 378, 112),
    line(grip, p.sage, 22),
    line(grip, p.shade, 22, 'opacity="0.16"'),
    solid(spout, p.sage, { shade: 10, rim: 4 }),
    solid(body, p.sage, { shade: 44, rim: 8 }),
    path('M166 190C186 172 286 172 306 190 290 204 182 204 166 190Z', p.shade, 'opacity="0.2"'),
    solid('M170 184C178 146 294 146 302 184 282 198 190 198 170 184Z', p.sage, { shade: 16, rim: 6 }),
    solid(ovalPath(236, 142, 19, 17), p.amber, { shade: 8, rim: 4 }),
    glint('M154 246C158 226 168 214 182 204', 11),
    line('M296 232C312 262 312 292 300 318', p.cream, 3, 'opacity="0.7"'),
    path('M296 232c-26 6-28 28-14 44 16-10 22-26 14-44Z', p.cream, 'opacity="0.7"'),
    path('M308 270c20 0 30 14 26 32-18 2-28-12-26-32Z', p.cream, 'opacity="0.7"'),
  ].join('');
}

function star(x: number, y: number, r: number): Svg {
  const petals = [0, 45, 90, 135, 180, 225, 270, 315].map((turn) =>
    placed(
      path(
        `M0 0C${r * 0.3} ${-r * 0.4} ${r * 0.2} ${-r * 0.8} 0 ${-r}C${-r * 0.2} ${-r * 0.8} ${-r * 0.3} ${-r * 0.4} 0 0Z`,
        p.woodDark,
      ),
      `rotate(${turn})`,
    ),
  );
  return placed(petals.join('') + oval(0, 0, r * 0.2, r * 0.2, p.amber), `translate(${x} ${y}) scale(1 .6)`);
}

/** Hot drinks and iced coffee, by picture key. */
export const cups: Readonly<Record<string, () => Svg>> = {
  espresso: () =>
    placed(steam, 'translate(36 50) scale(.85)') +
    saucer(352, 142, p.white) +
    cup({
      top: 204,
      radius: 90,
      height: 136,
      colour: p.white,
      drink: p.coffeeDark,
      onDrink:
        `<ellipse rx="0.82" ry="0.82" fill="${p.coffee}"/>` +
        oval(-0.1, 0.05, 0.5, 0.45, p.coffeePale, 'opacity="0.45"'),
    }),
  'flat-white': () =>
    saucer(346, 176, p.sea) +
    cup({ top: 196, radius: 124, height: 138, colour: p.sea, drink: p.coffee, onDrink: fern }),
  cappuccino: () =>
    saucer(346, 176, p.cream) +
    cup({ top: 190, radius: 124, height: 144, colour: p.cream, drink: p.coffeePale }) +
    solid('M122 192C122 158 180 142 240 142S358 158 358 192C340 222 140 222 122 192Z', p.white, {
      shade: 20,
      rim: 0,
      depth: 0.08,
    }) +
    placed(dusted(p.coffee), 'translate(240 176) scale(96 28)'),
  'caffe-latte': () => tallGlass(latteLayers, oval(240, 112, 76, 76 * tilt, p.white)),
  'iced-latte': () =>
    tallGlass(
      icedLayers,
      oval(240, 104, 80, 80 * tilt, p.coffeeDark) +
        oval(240, 104, 66, 17, p.coffee) +
        ice(206, 100, 24, 40) +
        ice(258, 108, -20, 40) +
        placed(
          box(-8, -72, 16, 76, 8, p.amber) + box(-8, -72, 6, 76, 3, p.white, 'opacity="0.35"'),
          'translate(290 108) rotate(14)',
        ),
    ),
  'hot-chocolate': () =>
    shadow(240, 366, 116) +
    cup({
      cx: 222,
      top: 180,
      radius: 112,
      height: 176,
      colour: p.berry,
      drink: p.chocolate,
      onDrink: chocolateTop,
      straight: true,
    }) +
    marshmallow(178, 154, p.rosePale) +
    marshmallow(232, 142, p.white) +
    marshmallow(262, 168, p.rosePale) +
    marshmallow(206, 172, p.white),
  'pot-of-tea': teapot,
  'chai-latte': () =>
    saucer(350, 160, p.amberPale) +
    placed(
      solid('M-13-150H13V90H-13Z', p.woodDark, { shade: 9, rim: 3 }) +
        line('M-3-146V80', p.coffeeDark, 3, 'opacity=".5"'),
      'translate(300 210) rotate(28)',
    ) +
    cup({
      top: 192,
      radius: 116,
      height: 146,
      colour: p.amber,
      drink: p.milk,
      onDrink: oval(0, 0, 0.8, 0.8, p.cream) + dusted(p.woodDark),
    }) +
    star(210, 194, 40) +
    star(116, 372, 30),
};
