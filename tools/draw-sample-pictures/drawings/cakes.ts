import { palette as p } from '../palette.ts';
import { box, line, oval, path, placed, type Svg, shadow, solid, tilt, tubPath, within } from '../svg.ts';
import { berry, blueberry, plate } from './fruit-and-plate.ts';

type Layer = { readonly colour: string; readonly height: number };

/** A wedge of cake: its cut side to the front left, its outside to the right, layers from the top down. */
function wedge(layers: readonly Layer[], icing: string, outside: string, onTop: Svg): Svg {
  const [tip, right, back] = [
    [106, 232],
    [352, 250],
    [330, 168],
  ] as const;
  const total = layers.reduce((sum, layer) => sum + layer.height, 0);
  const front = `M${tip[0]} ${tip[1]}L${right[0]} ${right[1]}V${right[1] + total}L${tip[0]} ${tip[1] + total - 12}Z`;
  const side = `M${right[0]} ${right[1]}Q376 206 ${back[0]} ${back[1]}V${back[1] + total}Q376 ${206 + total} ${right[0]} ${right[1] + total}Z`;
  let y = 0;
  const bands = layers.map(({ colour, height }) => {
    const band = path(
      `M90 ${tip[1] + y - 2}L370 ${right[1] + y}V${right[1] + y + height + 3}L90 ${tip[1] + y + height}Z`,
      colour,
    );
    y += height;
    return band;
  });
  return [
    solid(side, outside, { shade: 0, rim: 0 }),
    path(side, p.shade, 'opacity="0.16"'),
    within(front, bands.join('')),
    path(front, p.shade, 'opacity="0.04"'),
    solid(`M${tip[0]} ${tip[1]}L${back[0]} ${back[1]}Q376 206 ${right[0]} ${right[1]}Z`, icing, {
      shade: 0,
      rim: 5,
    }),
    onTop,
  ].join('');
}

function carrotCake(): Svg {
  const sponge = '#c67d3e';
  const carrot = placed(
    solid('M0-16C16-18 22-8 18 4L-6 52C-10 56-14 54-14 48L-18 2C-18-10-12-16 0-16Z', p.orange, {
      shade: 8,
      rim: 3,
    }) + line('M0-14C-2-28-12-30-16-36M2-14C4-28 6-32 4-42M4-14C12-24 18-24 24-30', p.leaf, 8),
    'translate(290 208) rotate(74) scale(.9)',
  );
  return (
    plate(354, 172, p.white) +
    wedge(
      [
        { colour: p.cream, height: 16 },
        { colour: sponge, height: 40 },
        { colour: p.cream, height: 12 },
        { colour: sponge, height: 42 },
      ],
      p.cream,
      p.cream,
      carrot,
    ) +
    [
      [140, 262],
      [180, 276],
      [230, 270],
      [286, 288],
      [322, 276],
      [150, 312],
      [206, 326],
      [262, 330],
      [318, 340],
    ]
      .map(([x = 0, y = 0], i) => box(x, y, 12, 5, 2, i % 2 === 0 ? p.orange : p.coffee))
      .join('')
  );
}

function chocolateCake(): Svg {
  return (
    plate(354, 172, p.amberPale) +
    wedge(
      [
        { colour: p.chocolateDark, height: 15 },
        { colour: p.chocolate, height: 27 },
        { colour: p.coffeePale, height: 9 },
        { colour: p.chocolate, height: 27 },
        { colour: p.coffeePale, height: 9 },
        { colour: p.chocolate, height: 23 },
      ],
      p.chocolateDark,
      p.chocolateDark,
      line('M180 226C230 206 280 200 326 196M220 234C260 220 300 214 340 216', p.chocolate, 7) +
        berry(296, 176, 26),
    )
  );
}

function cheesecake(): Svg {
  return (
    plate(354, 172, p.sky) +
    wedge(
      [
        { colour: '#fbe6b8', height: 84 },
        { colour: p.crust, height: 26 },
      ],
      '#fdf0cf',
      '#f2cf8c',
      path(
        'M250 200C290 176 340 178 350 214 356 240 330 240 326 262 324 284 306 280 304 258 300 236 268 246 250 240 226 232 226 214 250 200Z',
        p.berry,
      ) +
        blueberry(268, 196, 17) +
        blueberry(304, 182, 18) +
        berry(318, 206, 19) +
        blueberry(282, 220, 15),
    )
  );
}

function lemonCake(): Svg {
  const loaf =
    'M96 246C92 204 116 186 152 182H330C368 186 392 204 386 246V338C386 350 378 356 366 356H116C104 356 96 350 96 338Z';
  const glaze =
    'M86 240C84 194 118 174 152 172H330C372 174 400 196 394 242 392 268 372 262 370 244 352 252 356 290 340 290 322 290 332 250 312 248 292 248 300 274 284 276 268 276 276 246 256 246 236 248 244 302 224 302 206 302 214 250 194 248 176 248 180 276 164 276 148 276 156 246 134 246 116 248 122 268 106 266 92 264 86 256 86 240Z';
  const slice = (x: number, y: number, turn: number): Svg =>
    placed(
      oval(0, 0, 34, 34, p.lemon) +
        oval(0, 0, 28, 28, p.cream) +
        [0, 60, 120, 180, 240, 300]
          .map((a) => placed(path('M0-4L10-24Q0-30-10-24Z', p.lemon), `rotate(${a})`))
          .join(''),
      `translate(${x} ${y}) scale(1 .62) rotate(${turn})`,
    );
  return (
    plate(356, 184, p.white) +
    solid(loaf, '#eab95c', { shade: 26, rim: 6 }) +
    solid(glaze, p.white, { shade: 14, rim: 0, depth: 0.1 }) +
    slice(180, 186, 0) +
    slice(244, 180, 20) +
    slice(308, 186, 10)
  );
}

function muffin(): Svg {
  const paper = 'M142 258L170 370Q172 378 182 380C220 390 262 390 300 380Q308 378 310 370L340 258Z';
  const pleats = [170, 200, 230, 258, 288, 318]
    .map((x) => line(`M${x} 262L${240 + (x - 240) * 0.76} 384`, p.woodDark, 4, 'opacity="0.35"'))
    .join('');
  const dome =
    'M116 254C96 232 108 204 132 198 134 160 180 132 240 132S348 160 350 198C374 204 384 232 364 254 352 276 318 266 300 274 270 288 214 288 184 274 162 266 128 276 116 254Z';
  return (
    shadow(240, 382, 84) +
    solid(paper, p.amberPale, { shade: 24, rim: 5 }, pleats) +
    solid(dome, p.crust, { shade: 30, rim: 9 }, oval(220, 160, 90, 40, p.crustPale, 'opacity=".7"')) +
    (
      [
        [176, 196, 17],
        [228, 164, 15],
        [286, 182, 18],
        [322, 226, 15],
        [238, 232, 19],
        [150, 238, 12],
        [270, 132, 0],
      ] as const
    )
      .map(([x, y, r]) => (r > 0 ? blueberry(x, y, r) : ''))
      .join('')
  );
}

function cookie(): Svg {
  const round =
    'M240 132C314 130 392 176 390 256 394 328 322 372 242 370 158 374 88 330 90 254 86 180 158 130 240 132Z';
  const chips = [
    [176, 196, 20],
    [246, 170, 16],
    [316, 206, 22],
    [150, 262, 16],
    [222, 248, 24],
    [296, 282, 20],
    [344, 264, 13],
    [196, 318, 20],
    [262, 336, 15],
    [128, 222, 11],
  ] as const;
  return (
    shadow(240, 366, 146, 26) +
    placed(
      solid(
        round,
        p.crustPale,
        { shade: 24, rim: 9 },
        oval(230, 240, 130, 100, p.amberPale, 'opacity=".45"'),
      ) +
        chips
          .map(([x, y, r]) =>
            solid(
              `M${x - r} ${y}L${x - r * 0.3} ${y - r * 0.8} ${x + r} ${y - r * 0.3} ${x + r * 0.7} ${y + r * 0.7} ${x - r * 0.4} ${y + r * 0.8}Z`,
              p.chocolate,
              { shade: 5, rim: 3 },
            ),
          )
          .join(''),
      'translate(0 14)',
    )
  );
}

function brownie(): Svg {
  const piece = (x: number, y: number): Svg =>
    placed(
      [
        path('M0 54V112L124 164V106Z', p.chocolateDark),
        path('M124 106V164L248 112V54Z', p.chocolateDark),
        path('M124 106V164L248 112V54Z', p.shade, 'opacity=".35"'),
        solid('M0 54L124 2 248 54 124 106Z', p.chocolate, { shade: 0, rim: 4 }),
        line(
          'M60 52C84 40 96 60 120 44M130 72C150 62 164 76 188 58M96 74L112 82M150 34L170 40',
          p.coffeePale,
          4,
          'opacity=".5"',
        ),
        (
          [
            [88, 36, 10],
            [160, 52, -20],
            [118, 86, 30],
            [196, 52, 0],
          ] as const
        )
          .map(([cx, cy, t]) =>
            placed(
              oval(0, 0, 15, 8, p.crumb) + line('M-9 0H9', p.crustDark, 2),
              `translate(${cx} ${cy}) rotate(${t})`,
            ),
          )
          .join(''),
      ].join(''),
      `translate(${x} ${y})`,
    );
  return plate(352, 182, p.cream) + piece(124, 214) + piece(112, 148);
}

function layerCake(): Svg {
  const low = tubPath(240, 196, 118, 318, 118);
  const drip =
    'M122 196C122 216 132 232 144 232 158 232 156 214 170 222 186 230 178 262 194 262 210 262 204 228 222 228 240 228 236 250 252 250 266 250 264 228 282 226 300 224 296 256 312 254 326 252 320 222 336 220 352 218 358 212 358 196A118 35.4 0 0 0 122 196Z';
  return (
    plate(330, 176, p.white) +
    solid(low, p.rosePale, { shade: 40, rim: 7 }, line('M110 262C180 300 300 300 370 262', p.cream, 12)) +
    oval(240, 196, 118, 118 * tilt, p.cream) +
    solid(drip, p.cream, { shade: 18, rim: 0, depth: 0.08 }) +
    oval(240, 194, 112, 32, p.white) +
    berry(178, 176, 24) +
    berry(302, 178, 24) +
    berry(240, 188, 26) +
    berry(206, 162, 22) +
    berry(272, 160, 22)
  );
}

function macaron(x: number, y: number, colour: string, turn: number): Svg {
  const shell = 'M-74 0C-74-44-40-56 0-56S74-44 74 0C74 8 66 10 60 8 40 2-40 2-60 8-66 10-74 8-74 0Z';
  return placed(
    placed(solid(shell, colour, { shade: 14, rim: 0 }), 'translate(0 14) scale(1 -.8)') +
      box(-66, 0, 132, 20, 8, p.cream) +
      line(
        'M-70 4C-60 10-50 2-40 8-30 2-20 10-10 4 0 10 10 2 20 8 30 2 40 10 50 4 60 10 66 4 70 4',
        colour,
        9,
      ) +
      solid(shell, colour, { shade: 22, rim: 7 }),
    `translate(${x} ${y}) rotate(${turn})`,
  );
}

function macarons(): Svg {
  return (
    shadow(240, 358, 168, 26) +
    macaron(158, 316, p.rose, 0) +
    macaron(322, 316, p.sage, 0) +
    macaron(240, 233, p.amberPale, -8)
  );
}

/** Cakes and biscuits, by picture key. */
export const cakes: Readonly<Record<string, () => Svg>> = {
  'carrot-cake': carrotCake,
  'chocolate-cake': chocolateCake,
  cheesecake,
  'lemon-cake': lemonCake,
  'blueberry-muffin': muffin,
  cookie,
  brownie,
  'celebration-cake': layerCake,
  macarons,
};
