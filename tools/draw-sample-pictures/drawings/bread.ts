import { palette as p } from '../palette.ts';
import { line, oval, ovalPath, path, placed, type Svg, shadow, solid, within } from '../svg.ts';

/** Seeds or crumbs scattered by a fixed list of places, each `[x, y, turn]`. */
export function seeds(places: readonly (readonly [number, number, number])[], colour: string, size = 5): Svg {
  return places
    .map(([x, y, turn]) =>
      placed(oval(0, 0, size * 1.5, size * 0.8, colour), `translate(${x} ${y}) rotate(${turn})`),
    )
    .join('');
}

function slash(d: string, width = 12): Svg {
  return line(d, p.crustDark, width + 5, 'opacity="0.5"') + line(d, p.crumb, width);
}

function sourdough(): Svg {
  const loaf = 'M78 296C78 206 150 142 240 142S402 206 402 296C402 352 348 380 240 380S78 352 78 296Z';
  const flour =
    line('M112 276C124 220 170 176 226 166', p.cream, 14, 'opacity="0.35"') +
    line('M372 282C362 234 330 196 286 176', p.cream, 12, 'opacity="0.25"');
  return [
    shadow(240, 374, 152),
    solid(
      loaf,
      p.crust,
      { shade: 44, rim: 9 },
      oval(240, 150, 190, 90, p.crustDark, 'opacity="0.22"') + flour,
    ),
    path('M172 196C226 184 300 216 326 296 258 298 196 262 172 196Z', p.crustDark, 'opacity="0.55"'),
    path('M180 200C228 192 292 222 314 286 256 284 204 252 180 200Z', p.crumb),
    path('M180 200C228 192 292 222 314 286 300 250 240 208 180 200Z', p.crustPale, 'opacity="0.8"'),
    slash('M128 250C138 268 150 286 170 302', 8),
    slash('M152 226C164 250 184 276 208 298', 8),
    slash('M352 238C346 222 336 208 322 196', 8),
  ].join('');
}

function baguette(): Svg {
  const body = 'M-190 0C-190-34-120-46 0-46S190-34 190 0 120 46 0 46-190 34-190 0Z';
  const cuts = [-126, -66, -6, 54, 114]
    .map((x) => slash(`M${x} 18C${x + 8}-4 ${x + 26}-22 ${x + 44}-28`, 13))
    .join('');
  const stick = placed(solid(body, p.crust, { shade: 20, rim: 7 }) + cuts, 'translate(240 258) rotate(-20)');
  const wrap = 'M-66-54H66V54H-66Z';
  return [
    placed(oval(0, 0, 186, 34, p.shade, 'opacity="0.2"'), 'translate(254 300) rotate(-20)'),
    stick,
    placed(
      solid(wrap, p.cream, { shade: 12, rim: 4 }, line('M-40-60V60M40-60V60', p.sea, 9)),
      'translate(202 284) rotate(-20)',
    ),
  ].join('');
}

const ryeSeeds = [
  [150, 204, 10],
  [186, 190, -30],
  [220, 206, 40],
  [256, 188, 0],
  [292, 204, -20],
  [326, 192, 30],
  [204, 224, 70],
  [272, 222, -50],
  [168, 226, 0],
  [310, 226, 15],
] as const;

function ryeLoaf(): Svg {
  const block =
    'M92 250C84 196 108 172 150 172H330C372 172 396 196 388 250V356C388 368 380 374 368 374H112C100 374 92 368 92 356Z';
  const slice =
    'M64 286C56 242 74 226 104 226H190C220 226 238 242 230 286V376C230 386 224 390 214 390H80C70 390 64 386 64 376Z';
  return [
    shadow(246, 378, 162),
    solid(
      block,
      p.coffee,
      { shade: 30, rim: 8 },
      line('M92 252C150 226 330 226 388 252', p.coffeeDark, 10, 'opacity="0.4"'),
    ),
    seeds(ryeSeeds, p.crumb),
    solid(slice, p.coffee, { shade: 0, rim: 5 }),
    path(
      'M76 288C70 252 84 240 106 240H188C210 240 224 252 218 288V370C218 376 214 378 208 378H86C80 378 76 376 76 370Z',
      '#b68658',
    ),
    seeds(
      [
        [104, 270, 20],
        [140, 262, -30],
        [178, 280, 50],
        [112, 312, 0],
        [160, 322, 30],
        [194, 346, -20],
        [130, 350, 10],
        [98, 352, 60],
      ],
      p.coffee,
      4,
    ),
  ].join('');
}

function croissant(): Svg {
  const left = 'M84 330C52 300 66 236 116 214L168 288C140 296 122 318 118 338 108 346 92 340 84 330Z';
  const right = 'M396 330C428 300 414 236 364 214L312 288C340 296 358 318 362 338 372 346 388 340 396 330Z';
  const left2 = 'M104 226C122 182 158 162 190 160L214 274C186 274 166 284 152 298 126 286 106 262 104 226Z';
  const right2 = 'M376 226C358 182 322 162 290 160L266 274C294 274 314 284 328 298 354 286 374 262 376 226Z';
  const middle =
    'M172 168C192 142 288 142 308 168 300 216 292 252 282 288 258 300 222 300 198 288 188 252 180 216 172 168Z';
  const lines = line(
    'M200 178C212 214 216 246 220 280M240 168V290M280 178C268 214 264 246 260 280',
    p.crustDark,
    5,
    'opacity="0.4"',
  );
  return [
    shadow(240, 322, 160, 26),
    solid(left, p.crustDark, { shade: 8, rim: 6 }),
    solid(right, p.crustDark, { shade: 16, rim: 4 }),
    solid(left2, p.crust, { shade: 12, rim: 7 }),
    solid(right2, p.crust, { shade: 18, rim: 5 }),
    line(
      'M132 226C150 248 164 268 174 284M348 226C330 248 316 268 306 284',
      p.crustDark,
      5,
      'opacity="0.45"',
    ),
    solid(middle, p.crustPale, { shade: 24, rim: 8 }, lines),
    line('M206 164C226 156 250 156 268 160', p.cream, 8, 'opacity="0.6"'),
  ].join('');
}

function painAuChocolat(): Svg {
  const roll =
    'M92 262C84 218 108 192 148 190H338C378 192 398 218 392 262 398 316 380 350 340 352H146C104 350 86 316 92 262Z';
  const folds = line(
    'M168 188C154 236 154 306 168 354M224 188C212 236 212 306 224 354M280 188C290 236 290 306 280 354M332 188C346 236 346 306 332 354',
    p.crustDark,
    7,
    'opacity="0.42"',
  );
  const end = (y: number): Svg => oval(116, y, 13, 18, p.chocolateDark) + oval(113, y - 3, 6, 9, p.chocolate);
  return [
    shadow(242, 350, 156, 28),
    solid(
      roll,
      p.crust,
      { shade: 30, rim: 9 },
      `${folds}${path('M92 190H392V222C300 204 180 204 92 222Z', p.crustPale, 'opacity="0.6"')}`,
    ),
    oval(116, 272, 31, 78, p.amberPale) +
      oval(116, 272, 31, 78, p.crustDark, 'opacity="0.2"') +
      oval(118, 273, 24, 68, p.crumb),
    line('M116 214C104 240 104 306 116 332', p.crustDark, 4, 'opacity="0.35"'),
    end(248),
    end(298),
    line('M186 208H300', p.cream, 9, 'opacity="0.55"'),
  ].join('');
}

function cinnamonBun(): Svg {
  const side = 'M96 262C96 206 160 176 240 176S384 206 384 262V306C384 350 320 380 240 380S96 350 96 306Z';
  const swirl =
    'M240 262C262 262 270 246 240 242 196 238 186 282 244 286 320 288 326 222 240 216 150 212 138 302 246 310 372 312 376 206 262 194';
  return [
    shadow(240, 372, 138),
    solid(side, p.crust, { shade: 34, rim: 8 }),
    oval(240, 256, 144, 76, p.crustPale),
    line(swirl, p.coffee, 15),
    line('M240 262C262 262 270 246 240 242 196 238 186 282 244 286', p.coffeeDark, 6, 'opacity="0.35"'),
    path(
      'M150 214C190 178 280 176 322 204 346 220 352 240 344 262 338 284 326 268 316 282 306 300 296 286 286 268 262 240 236 250 214 244 196 240 196 266 180 262 160 256 176 232 158 236 138 240 134 228 150 214Z',
      p.white,
      'opacity="0.9"',
    ),
    line('M262 226C300 232 312 250 296 262', p.coffee, 8, 'opacity="0.28"'),
    line('M186 214C210 200 250 196 276 202', p.shade, 4, 'opacity="0.1"'),
  ].join('');
}

const bagelSeeds = [
  [132, 236, 10],
  [150, 206, -30],
  [182, 184, 40],
  [220, 176, 0],
  [262, 178, -20],
  [300, 190, 30],
  [334, 212, 70],
  [350, 244, -50],
  [116, 262, 60],
  [166, 226, 20],
  [206, 204, 60],
  [250, 200, 10],
  [290, 214, -40],
  [320, 238, 20],
  [338, 274, 0],
  [140, 274, -20],
  [168, 304, 30],
  [206, 322, 0],
  [250, 326, -30],
  [290, 314, 40],
  [322, 296, 0],
  [228, 346, 20],
  [276, 344, 50],
  [182, 336, -40],
] as const;

function bagel(): Svg {
  const ring = ovalPath(240, 266, 152, 112);
  return [
    shadow(240, 366, 146, 28),
    solid(ring, p.crust, { shade: 30, rim: 9 }, oval(240, 250, 122, 82, p.crustPale, 'opacity="0.7"')),
    oval(240, 262, 46, 28, p.crustDark),
    within(ovalPath(240, 262, 46, 28), oval(240, 276, 46, 26, '#ecd2a6')),
    seeds(bagelSeeds, p.cream, 5.5),
    seeds(
      bagelSeeds.filter((_, i) => i % 4 === 1).map(([x, y, t]) => [x + 9, y + 13, t + 50] as const),
      p.coffeeDark,
      4.5,
    ),
  ].join('');
}

function focaccia(): Svg {
  const slab =
    'M70 262L216 176Q240 164 264 176L410 262Q424 272 410 284L264 372Q240 384 216 372L70 284Q56 272 70 262Z';
  const top =
    'M70 250L216 164Q240 152 264 164L410 250Q424 260 410 270L264 356Q240 368 216 356L70 270Q56 260 70 250Z';
  const dimples = [
    [150, 250],
    [206, 218],
    [264, 200],
    [214, 280],
    [272, 256],
    [330, 248],
    [264, 322],
    [322, 296],
    [160, 290],
  ] as const;
  const sprig = (x: number, y: number, turn: number): Svg =>
    placed(
      line(
        'M-26 0H26M-14 0l-8-10M-4 0l-8-11M6 0l-8-11M16 0l-8-10M-14 0l-8 10M-4 0l-8 11M6 0l-8 11M16 0l-8 10',
        p.leafDark,
        5,
      ),
      `translate(${x} ${y}) rotate(${turn})`,
    );
  return [
    shadow(240, 352, 168, 40),
    path(slab, p.crustDark),
    solid(top, p.crustPale, { shade: 14, rim: 7 }),
    dimples
      .map(
        ([x, y]) => oval(x, y, 20, 11, p.crustDark, 'opacity="0.4"') + oval(x + 2, y + 3, 15, 7, p.amberPale),
      )
      .join(''),
    sprig(184, 244, -30),
    sprig(296, 224, 24),
    sprig(242, 306, -18),
    sprig(350, 268, -28),
    [
      [236, 236],
      [180, 268],
      [300, 274],
      [236, 340],
    ]
      .map(
        ([x = 0, y = 0]) => oval(x, y, 15, 9, p.berry) + oval(x - 4, y - 3, 5, 2.5, p.white, 'opacity=".6"'),
      )
      .join(''),
  ].join('');
}

/** Bread and pastry, by picture key. */
export const bread: Readonly<Record<string, () => Svg>> = {
  sourdough,
  baguette,
  'rye-loaf': ryeLoaf,
  croissant,
  'pain-au-chocolat': painAuChocolat,
  'cinnamon-bun': cinnamonBun,
  bagel,
  focaccia,
};
