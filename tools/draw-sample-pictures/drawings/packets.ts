import { palette as p } from '../palette.ts';
import {
  box,
  boxPath,
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
} from '../svg.ts';

/** One coffee bean, about 60 long at scale 1. */
function bean(x: number, y: number, turn: number, scale = 0.55, colour: string = p.coffee): Svg {
  return placed(
    solid(ovalPath(0, 0, 34, 23), colour, { shade: 10, rim: 4 }) +
      line('M-30-4C-12 10 10-12 30 4', p.coffeeDark, 5),
    `translate(${x} ${y}) rotate(${turn}) scale(${scale})`,
  );
}

/** A standing bag of beans: folded top with a clip, a label with its `mark`, some beans before it. */
function beanBag(bag: string, label: string, mark: Svg): Svg {
  const body = 'M138 138H342L356 196V366Q356 382 340 382H140Q124 382 124 366V196Z';
  return [
    shadow(240, 384, 122),
    solid(
      body,
      bag,
      { shade: 34, rim: 6 },
      path('M124 196L150 226V382H124ZM356 196L330 226V382H356Z', p.shade, 'opacity=".12"'),
    ),
    solid(boxPath(132, 96, 216, 52, 8), bag, { shade: 20, rim: 5 }),
    line('M136 146H344', p.shade, 4, 'opacity=".25"'),
    box(156, 112, 168, 14, 7, p.steel),
    solid(boxPath(172, 206, 136, 118, 12), label, { shade: 0, rim: 0 }, placed(mark, 'translate(240 262)')),
    oval(240, 178, 8, 8, p.shade, 'opacity=".35"'),
    bean(100, 376, 20),
    bean(138, 388, -30),
    bean(380, 382, 60),
    bean(72, 392, -10, 0.5),
    bean(346, 394, 0, 0.5),
  ].join('');
}

const beanMark = bean(0, 0, -35, 1.25);
const mountain =
  path('M-58 40L-18-30 6 4 22-18 58 40Z', p.leafDark) +
  path('M-18-30L-4-10-18-2-30-10Z', p.white) +
  oval(36, -34, 13, 13, p.amber);
const sun =
  oval(0, 10, 26, 26, p.amber) +
  [-80, -40, 0, 40, 80]
    .map((a) => placed(line('M0-36V-48', p.amber, 7), `translate(0 10) rotate(${a})`))
    .join('') +
  box(-56, 34, 112, 20, 0, p.berry);
const moon =
  path('M14-42A44 44 0 1 0 44 14 36 36 0 0 1 14-42Z', p.inkSoft) +
  oval(34, -26, 5, 5, p.inkSoft) +
  oval(48, -6, 4, 4, p.inkSoft);

/** A round tin with a band whose `mark` is drawn round (0, 0). */
function tin(colour: string, band: string, mark: Svg): Svg {
  return [
    shadow(240, 380, 110),
    solid(
      tubPath(240, 160, 104, 374, 104),
      colour,
      { shade: 40, rim: 7 },
      path('M120 230C180 266 300 266 360 230V326C300 362 180 362 120 326Z', band) +
        placed(mark, 'translate(240 304)'),
    ),
    solid(tubPath(240, 122, 110, 164, 110), p.steel, { shade: 40, rim: 5 }),
    oval(240, 122, 110, 110 * tilt, p.steelPale),
    oval(240, 122, 92, 92 * tilt, p.steel, 'opacity=".6"'),
    glint('M156 214V236', 9),
    glint('M156 346V356', 9),
  ].join('');
}

const citrus =
  oval(0, 0, 32, 32, p.amber) +
  oval(0, 0, 25, 25, p.cream) +
  [0, 60, 120, 180, 240, 300]
    .map((a) => placed(path('M0-3L9-21Q0-26-9-21Z', p.amber), `rotate(${a})`))
    .join('');
const leaves =
  path('M0 34C-34 22-38-8-30-28-6-22 4 4 0 34ZM2 34C0 4 12-22 36-30 44-8 34 20 2 34Z', p.leafDark) +
  line('M0 34C-4 10-16-8-26-22M2 34C8 10 20-8 32-22', p.sage, 3);
const daisy =
  [0, 45, 90, 135, 180, 225, 270, 315]
    .map((a) => placed(oval(0, -23, 9, 15, p.white), `rotate(${a})`))
    .join('') + oval(0, 0, 13, 13, p.amber);
const square = placed(
  solid(boxPath(-30, -30, 60, 60, 8), p.chocolate, { shade: 8, rim: 4 }) +
    line('M0-28V28M-28 0H28', p.chocolateDark, 4),
  'rotate(-10)',
);

type Jar = { readonly inside: string; readonly lid: Svg; readonly label: Svg; readonly beside?: Svg };

function jar({ inside, lid, label, beside = '' }: Jar): Svg {
  const glass =
    'M150 168C130 178 124 192 124 212V350C124 372 138 382 160 384 210 390 270 390 320 384 342 382 356 372 356 350V212C356 192 350 178 330 168Z';
  return [
    shadow(240, 384, 124),
    solid(
      glass,
      inside,
      { shade: 36, rim: 0, depth: 0.14 },
      path('M100 150H380V196C320 206 160 206 100 196Z', p.glass, 'opacity=".75"'),
    ),
    label,
    glint('M144 340V226C144 208 152 200 160 194', 9),
    lid,
    beside,
  ].join('');
}

const comb = [
  [-27, -16],
  [0, -16],
  [27, -16],
  [-13.5, 8],
  [13.5, 8],
  [0, 32],
]
  .map(([x = 0, y = 0]) => path(`M${x} ${y - 15}l13 7.5v15l-13 7.5-13-7.5v-15Z`, p.amber))
  .join('');

function honey(): Svg {
  const dipper = placed(
    [
      box(-6, -150, 12, 150, 6, p.wood),
      (
        [
          [0, 36],
          [16, 50],
          [32, 50],
          [48, 36],
        ] as const
      )
        .map(([y, w]) => box(-w / 2, y - 8, w, 12, 6, p.woodDark))
        .join(''),
    ].join(''),
    'translate(386 300) rotate(24)',
  );
  return jar({
    inside: p.amber,
    lid:
      solid(boxPath(140, 116, 200, 58, 12), p.ink, { shade: 22, rim: 5 }) +
      line('M150 146H330', p.white, 3, 'opacity=".2"'),
    label: box(172, 238, 136, 104, 12, p.cream) + placed(comb, 'translate(240 284) scale(1.05)'),
    beside: oval(372, 366, 40, 8, p.shade, 'opacity=".14"') + dipper,
  });
}

function jam(): Svg {
  const cloth =
    'M128 156C146 112 200 100 240 100S334 112 352 156L376 190C352 204 342 188 326 198 306 210 296 192 276 202 256 212 244 194 222 202 200 212 190 192 170 200 150 208 132 200 104 192Z';
  const checks =
    [104, 144, 184, 224, 264, 304, 344]
      .map((x) => box(x, 90, 18, 130, 0, p.white, 'opacity=".45"'))
      .join('') + [104, 144, 184].map((y) => box(90, y, 300, 18, 0, p.white, 'opacity=".45"')).join('');
  const strawberry =
    path('M0-18C22-34 44-16 38 6 32 30 12 42 0 44-12 42-32 30-38 6-44-16-22-34 0-18Z', p.berry) +
    path('M-24-24L0-16 24-24 8-30 0-44-8-30Z', p.leaf) +
    [
      [-18, 2],
      [0, -2],
      [18, 2],
      [-9, 18],
      [9, 18],
      [0, 32],
    ]
      .map(([x = 0, y = 0]) => oval(x, y, 3, 4, p.amberPale))
      .join('');
  return jar({
    inside: '#a3243e',
    lid:
      solid(cloth, p.rose, { shade: 22, rim: 5 }, checks) +
      line('M136 166C190 178 290 178 344 166', p.ink, 6),
    label: box(172, 238, 136, 108, 12, p.cream) + placed(strawberry, 'translate(240 290)'),
  });
}

/** Beans, tea and things in jars, by picture key. */
export const packets: Readonly<Record<string, () => Svg>> = {
  'house-beans': () => beanBag(p.ink, p.amber, beanMark),
  'ethiopia-beans': () => beanBag('#d9776c', p.cream, sun),
  'colombia-beans': () => beanBag(p.sage, p.cream, mountain),
  'decaf-beans': () => beanBag(p.sky, p.cream, moon),
  'earl-grey': () => tin(p.inkSoft, p.cream, citrus),
  'green-tea': () => tin(p.sage, p.cream, leaves),
  chamomile: () => tin(p.lemon, p.sea, daisy),
  'drinking-chocolate': () => tin(p.chocolate, p.cream, square),
  honey,
  jam,
};
