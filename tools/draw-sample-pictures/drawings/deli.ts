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
  within,
} from '../svg.ts';

function board(): Svg {
  return (
    shadow(240, 366, 186, 26) +
    solid(
      'M48 328H432Q446 328 446 342V352Q446 366 432 366H48Q34 366 34 352V342Q34 328 48 328Z',
      p.wood,
      { shade: 8, rim: 4 },
      line('M60 346H240M290 352H420', p.woodDark, 3, 'opacity=".5"'),
    )
  );
}

type Cheese = { readonly paste: string; readonly rind: string; readonly marks: Svg };

/** A wedge cut from a wheel, standing on a board. */
function cheese({ paste, rind, marks }: Cheese): Svg {
  const side = 'M84 250L384 230V334H84Z';
  const top = 'M84 250C120 176 230 142 330 152L384 230Z';
  return [
    board(),
    solid(side, paste, { shade: 0, rim: 0 }, marks + box(370, 200, 20, 150, 0, rind)),
    path(side, p.shade, 'opacity=".09"'),
    solid(top, paste, { shade: 0, rim: 0 }),
    path(top, p.white, 'opacity=".3"'),
    line('M84 250C120 176 230 142 330 152', rind, 11),
    line('M330 152L380 228V330', rind, 9),
    line('M85 250V332', rind, 9),
  ].join('');
}

const holes = (
  [
    [140, 286, 20],
    [206, 312, 12],
    [246, 276, 17],
    [308, 300, 22],
    [178, 262, 9],
    [344, 262, 10],
  ] as const
)
  .map(([x, y, r]) => oval(x, y, r, r * 0.86, p.amberDeep) + oval(x + 3, y + 4, r * 0.74, r * 0.6, '#e89a2e'))
  .join('');

const veins = [
  line(
    'M110 270C126 282 140 270 150 284M180 300C196 292 204 312 222 302M240 266C256 262 262 280 280 272M300 306C312 294 328 312 346 300M130 316C142 308 152 320 162 314M318 262C330 258 336 268 350 262M236 324C250 316 262 326 274 320',
    '#3f6f86',
    9,
    'opacity=".85"',
  ),
  (
    [
      [166, 272],
      [208, 278],
      [294, 286],
      [112, 298],
      [350, 284],
      [200, 326],
      [308, 326],
    ] as const
  )
    .map(([x, y]) => oval(x, y, 8, 6, '#56879b'))
    .join(''),
].join('');

function brie(): Svg {
  const wheel = 'M84 268V302C84 340 154 362 240 362S396 340 396 302V268Z';
  const face = ovalPath(240, 266, 156, 62);
  return [
    shadow(240, 356, 166, 26),
    solid(wheel, '#f3e6cd', { shade: 30, rim: 5 }),
    path(face, p.white),
    within(
      face,
      [
        [130, 256],
        [176, 232],
        [300, 236],
        [348, 264],
        [160, 290],
        [216, 250],
      ]
        .map(([x = 0, y = 0]) => oval(x, y, 20, 5, '#efe2c8'))
        .join(''),
    ),
    path('M240 266L300 324C322 320 344 314 360 304L396 268 392 260Z', p.shade, 'opacity=".14"'),
    path('M240 266L300 324V361L240 308Z', '#f9dd93'),
    path('M240 266L388 280 388 316 240 308Z', '#f5cf78'),
    path('M240 308L388 316C372 340 342 352 300 361Z', p.wood),
    path('M240 308L388 316C372 340 342 352 300 361Z', p.shade, 'opacity=".1"'),
    placed(
      solid('M0 0L60 58C96 52 120 42 148 12Z', p.white, { shade: 0, rim: 3 }) +
        path('M0 0V40L60 96V58Z', '#f9dd93') +
        path('M60 58V96C96 90 126 78 148 50V12C120 42 96 52 60 58Z', '#efe0c4'),
      'translate(268 296)',
    ),
  ].join('');
}

/** A bowl heaped with things. */
function bowl(colour: string, heap: Svg): Svg {
  return [
    shadow(240, 378, 116),
    oval(240, 236, 156, 156 * tilt, colour),
    oval(240, 236, 156, 156 * tilt, p.white, 'opacity=".45"'),
    oval(240, 238, 144, 144 * tilt, p.shade, 'opacity=".35"'),
    within('M-20-20H500V236H396A156 46.8 0 0 1 84 236H-20Z', heap),
    solid(
      'M84 236C88 320 150 372 196 374A44 10 0 0 0 284 374C330 372 392 320 396 236A156 46.8 0 0 1 84 236Z',
      colour,
      { shade: 44, rim: 0 },
    ),
    line('M84 236A156 46.8 0 0 0 396 236', p.white, 6, 'opacity=".55"'),
    glint('M112 292C122 316 138 334 156 346', 10, 0.4),
  ].join('');
}

const oliveHeap =
  (
    [
      [128, 232, 0],
      [176, 208, 1],
      [228, 196, 0],
      [282, 200, 1],
      [334, 214, 0],
      [362, 240, 1],
      [150, 256, 1],
      [204, 240, 0],
      [258, 236, 1],
      [312, 248, 0],
      [232, 272, 1],
      [286, 276, 0],
      [180, 276, 0],
      [340, 270, 1],
      [110, 258, 1],
    ] as const
  )
    .map(
      ([x, y, dark]) =>
        solid(ovalPath(x, y, 31, 27), dark === 1 ? '#93a544' : '#76883a', { shade: 10, rim: 4 }) +
        (dark === 1
          ? oval(x + 9, y - 4, 10, 9, p.shade, 'opacity=".3"') + oval(x + 10, y - 4, 8, 7, p.berry)
          : oval(x - 8, y - 9, 8, 4, p.white, 'opacity=".4"')),
    )
    .join('') +
  line('M240 182C262 164 292 146 330 136', p.leafDark, 5) +
  path(
    'M262 166c-8-22 0-36 10-42 12 14 10 32-10 42ZM292 150c-6-22 4-36 14-40 10 14 6 32-14 40ZM272 164c20-6 36 0 42 10-14 10-32 8-42-10ZM304 146c18-8 36-2 42 8-14 10-32 8-42-8ZM326 137c10-14 28-14 38-8-6 14-24 18-38 8Z',
    p.leaf,
  );

const almondHeap = (
  [
    [122, 236, 20],
    [170, 214, -30],
    [226, 198, 10],
    [284, 202, 50],
    [338, 220, -20],
    [360, 246, 30],
    [196, 240, 60],
    [252, 232, -15],
    [308, 246, 15],
    [152, 262, -10],
    [222, 268, 25],
    [280, 272, -40],
    [336, 272, 0],
    [180, 282, 10],
  ] as const
)
  .map(([x, y, turn]) =>
    placed(
      solid(
        'M-38 0C-30-24 8-30 40 0 8 30-30 24-38 0Z',
        p.crust,
        { shade: 9, rim: 4 },
        line('M-30-6C-6-12 12-10 30 0M-30 8C-8 14 12 10 28 4', p.crustDark, 3, 'opacity=".5"'),
      ),
      `translate(${x} ${y}) rotate(${turn})`,
    ),
  )
  .join('');

function eggs(): Svg {
  const egg = (x: number, y: number, colour: string): Svg =>
    solid(
      `M${x} ${y - 66}C${x + 32} ${y - 66} ${x + 46} ${y - 14} ${x + 46} ${y + 6}A46 46 0 0 1 ${x - 46} ${y + 6}C${x - 46} ${y - 14} ${x - 32} ${y - 66} ${x} ${y - 66}Z`,
      colour,
      { shade: 18, rim: 6 },
    );
  const box1 =
    'M66 280C74 262 94 266 106 284 118 300 142 300 154 284 168 264 184 264 198 284 210 300 234 300 246 284 260 264 276 264 290 284 302 300 326 300 338 284 352 264 400 256 414 280L396 358Q392 376 374 376H106Q88 376 84 358Z';
  return [
    shadow(240, 378, 162, 24),
    egg(150, 224, p.cream),
    egg(240, 220, '#e7b98f'),
    egg(330, 224, p.cream),
    egg(108, 254, '#e7b98f'),
    egg(196, 254, p.cream),
    egg(284, 254, '#d9a273'),
    egg(370, 254, '#e7b98f'),
    solid(box1, p.steelDark, { shade: 24, rim: 6 }, line('M106 330H374', p.white, 4, 'opacity=".25"')),
    box(186, 318, 108, 38, 8, p.cream) + placed(oval(0, 0, 10, 12, p.amber), 'translate(240 337)'),
  ].join('');
}

function butter(): Svg {
  return [
    shadow(246, 366, 168, 26),
    path('M52 352L88 316H414L430 352Q432 366 416 366H66Q50 366 52 352Z', p.sky),
    path('M52 352H430Q432 366 416 366H66Q50 366 52 352Z', p.shade, 'opacity=".16"'),
    solid('M92 230L128 196H392L384 240V330H92Z', p.lemon, { shade: 0, rim: 0 }),
    path('M92 230L128 196H402L366 230Z', '#fdeaa0'),
    path('M366 230L402 196V296L366 332Z', '#dcae35'),
    path('M92 230H366V332H92Z', '#f7d766'),
    solid('M186 222L226 186H410V304L374 342H186Z', p.cream, { shade: 0, rim: 0 }),
    path('M374 226L410 188V304L374 342Z', p.shade, 'opacity=".14"'),
    path('M186 226H374V342H186Z', p.white, 'opacity=".35"'),
    path('M186 226l14 20-14 18 14 20-14 18 14 20-14 20Z', '#f7d766'),
    box(232, 262, 106, 14, 0, p.sea),
    box(232, 288, 106, 14, 0, p.sea),
    path('M92 230h34v102h-34Z', p.white, 'opacity=".25"'),
    line('M128 232V330M158 232V330', p.amberDeep, 3, 'opacity=".35"'),
  ].join('');
}

/** Cheese and the rest of the deli counter, by picture key. */
export const deli: Readonly<Record<string, () => Svg>> = {
  cheddar: () => cheese({ paste: '#f6b53f', rind: p.amberDeep, marks: holes }),
  'blue-cheese': () => cheese({ paste: '#f5ecd2', rind: '#b9a27c', marks: veins }),
  brie,
  olives: () => bowl(p.cream, oliveHeap),
  almonds: () => bowl(p.inkSoft, almondHeap),
  eggs,
  butter,
};

/** The empty bowl, for the kitchen shelf. */
export function emptyBowl(colour: string): Svg {
  return bowl(colour, '') + line('M98 300C160 344 320 344 382 300', p.cream, 7, 'opacity=".8"');
}
