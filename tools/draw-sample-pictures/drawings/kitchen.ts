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
  within,
} from '../svg.ts';
import { cup } from './cups.ts';
import { emptyBowl } from './deli.ts';

/** The harbour mug: one shape, a wave and a dot pressed into the glaze. */
function mug(colour: string, print: string): Svg {
  const wave = line(
    'M60 290C84 274 104 306 128 290S172 274 196 290 240 306 264 290 308 274 332 290 376 306 400 290',
    print,
    9,
    'opacity=".9"',
  );
  return (
    shadow(226, 374, 118) +
    cup({
      cx: 216,
      top: 150,
      radius: 116,
      height: 216,
      colour,
      straight: true,
      print: wave + oval(216, 244, 22, 22, print, 'opacity=".9"'),
    })
  );
}

/** A cup for the road: lid, sleeve, no handle. */
function travelCup(colour: string, sleeve: string): Svg {
  return [
    shadow(240, 388, 84),
    solid(
      tubPath(240, 126, 92, 382, 70),
      colour,
      { shade: 32, rim: 7 },
      path('M120 208C180 238 300 238 360 208V302C300 330 180 330 120 302Z', sleeve),
    ),
    solid(tubPath(240, 104, 98, 128, 98), p.inkSoft, { shade: 30, rim: 5 }),
    oval(240, 104, 98, 98 * tilt, p.ink),
    solid(tubPath(240, 84, 82, 104, 86), p.inkSoft, { shade: 26, rim: 0 }),
    oval(240, 84, 82, 82 * tilt, '#435374'),
    box(272, 78, 34, 11, 5, p.ink),
    glint('M164 156L168 200', 9),
    glint('M178 322L181 356', 9),
  ].join('');
}

function kettle(): Svg {
  const body =
    'M138 210C130 210 124 216 124 224L108 350C106 372 118 382 140 382H312C334 382 346 372 344 350L328 224C328 216 322 210 314 210Z';
  const spout = 'M124 346C70 340 92 250 72 206 66 192 52 186 40 188';
  const grip = 'M322 232C400 200 432 232 424 330';
  return [
    shadow(236, 384, 132),
    line(spout, p.steelDark, 20),
    line(spout, p.steel, 11, 'transform="translate(-2 -2)"'),
    line('M322 232C380 206 414 216 420 250', p.steelDark, 14),
    line(grip, p.ink, 24, 'stroke-dasharray="120 400" stroke-dashoffset="-70"'),
    solid(body, p.steel, { shade: 52, rim: 8 }),
    solid('M136 212C140 180 312 180 316 212 300 224 152 224 136 212Z', p.steel, { shade: 20, rim: 5 }),
    box(216, 160, 20, 24, 6, p.ink),
    solid(ovalPath(226, 156, 22, 13), p.ink, { shade: 0, rim: 4 }),
    glint('M150 250L138 340', 14, 0.8),
    path(
      'M108 350C106 372 118 382 140 382H312C334 382 346 372 344 350V346C344 362 330 368 312 368H140C120 368 110 362 108 346Z',
      p.inkSoft,
    ),
  ].join('');
}

function frenchPress(): Svg {
  const glass = boxPath(140, 156, 172, 218, 14);
  return [
    shadow(232, 382, 108),
    line('M316 190C396 186 396 344 316 336', p.ink, 20),
    path(glass, p.glass, 'opacity=".85"'),
    within(glass, box(130, 236, 200, 150, 0, p.coffee) + box(130, 226, 200, 18, 0, p.coffeePale)),
    box(222, 62, 8, 120, 3, p.steelDark),
    box(140, 204, 172, 10, 4, p.steelDark),
    glint('M158 190V340', 11),
    box(130, 172, 192, 14, 6, p.steel),
    box(130, 330, 192, 14, 6, p.steel),
    box(150, 172, 12, 210, 4, p.steel),
    box(290, 172, 12, 210, 4, p.steelDark),
    box(126, 362, 200, 22, 9, p.steel),
    solid('M132 156C132 128 176 118 226 118S320 128 320 156L346 166 320 168H132Z', p.steel, {
      shade: 26,
      rim: 6,
    }),
    solid(ovalPath(226, 62, 24, 19), p.ink, { shade: 0, rim: 5 }),
  ].join('');
}

function pourOver(): Svg {
  const server =
    'M176 250C168 262 118 320 118 352 118 376 136 384 160 384H320C344 384 362 376 362 352 362 320 312 262 304 250Z';
  return [
    shadow(240, 386, 128),
    line('M332 276C400 268 404 356 344 348', p.ink, 16),
    path(server, p.glass, 'opacity=".9"'),
    within(
      server,
      path('M100 318C160 330 320 330 380 318V400H100Z', p.coffee) + oval(240, 320, 122, 12, p.coffeePale),
    ),
    solid(server, 'none', { shade: 24, rim: 0, depth: 0.1 }),
    glint('M168 286C152 306 140 326 138 342', 10),
    solid(boxPath(164, 230, 152, 22, 10), p.wood, { shade: 12, rim: 4 }),
    solid(
      'M120 128L188 224Q192 230 200 230H280Q288 230 292 224L360 128Z',
      p.white,
      { shade: 34, rim: 6 },
      line('M162 128L212 230M204 128L228 230M318 128L268 230', p.shade, 4, 'opacity=".13"'),
    ),
    oval(240, 128, 120, 120 * tilt, p.cream),
    oval(240, 130, 106, 106 * tilt, '#e8d6ba'),
    within(ovalPath(240, 130, 106, 106 * tilt), oval(240, 146, 84, 24, p.coffeeDark)),
    line('M350 150C398 148 396 204 318 196', p.steelDark, 13),
  ].join('');
}

function mokaPot(): Svg {
  const low = 'M150 264H318L336 376Q337 384 328 384H140Q131 384 132 376Z';
  const high = 'M162 248L140 128H330L306 248Z';
  return [
    shadow(236, 386, 118),
    line('M322 150C392 136 408 170 398 252', p.ink, 24),
    solid(low, p.steel, { shade: 0, rim: 0 }),
    path('M150 264H200L186 384H140Q131 384 132 376Z', p.white, 'opacity=".5"'),
    path('M262 264H318L336 376Q337 384 328 384H276Z', p.shade, 'opacity=".2"'),
    solid(high, p.steel, { shade: 0, rim: 0 }),
    path('M162 248L140 128H192L200 248Z', p.white, 'opacity=".5"'),
    path('M262 248L272 128H330L306 248Z', p.shade, 'opacity=".2"'),
    path('M148 172L98 136 140 128Z', p.steel),
    path('M148 172L98 136 140 128Z', p.shade, 'opacity=".12"'),
    box(148, 246, 172, 22, 8, p.steelDark),
    box(148, 246, 172, 9, 4, p.steel),
    solid('M136 130C150 96 200 84 236 84S322 96 334 130Z', p.steel, { shade: 20, rim: 5 }),
    box(226, 54, 20, 32, 8, p.ink),
    oval(158, 318, 9, 9, p.amberDeep),
  ].join('');
}

function breadKnife(): Svg {
  const teeth = Array.from({ length: 16 }, () => 'q-8 14-16 0').join('');
  const blade = `M-150-30H84C104-26 112-8 106 6${teeth}Z`;
  const handle = boxPath(-290, -36, 146, 50, 18);
  const rivets = [-262, -217, -172].map((x) => oval(x, -11, 7, 7, p.amber)).join('');
  const knife =
    placed(path(`${blade}${handle}`, p.shade, 'opacity=".2"'), 'translate(10 22)') +
    solid(blade, p.steelPale, { shade: 0, rim: 0 }, box(-160, -6, 300, 40, 0, p.steel)) +
    solid(handle, p.ink, { shade: 10, rim: 5 }) +
    rivets;
  return [
    shadow(248, 350, 176, 24),
    path('M60 296L122 226H392L428 296V334Q428 346 416 346H72Q60 346 60 334Z', p.wood),
    path('M60 296H428V334Q428 346 416 346H72Q60 346 60 334Z', p.woodDark, 'opacity=".55"'),
    line('M120 256H330M96 278H260M300 280H396', p.woodDark, 4, 'opacity=".35"'),
    placed(knife, 'translate(312 216) rotate(-10) scale(.94)'),
  ].join('');
}

function choppingBoard(): Svg {
  const slab =
    'M132 132Q132 104 160 104H208V78Q208 50 240 50T272 78V104H320Q348 104 348 132V356Q348 384 320 384H160Q132 384 132 356Z';
  const grain =
    line(
      'M164 140C176 220 152 300 168 372M204 112C220 200 196 300 212 380M248 116C240 210 264 290 248 380M292 112C304 210 280 300 296 378M326 150C320 230 334 300 322 360',
      p.woodDark,
      4,
      'opacity=".4"',
    ) + path('M258 104H282V384H258Z', p.woodDark, 'opacity=".45"');
  return (
    shadow(246, 388, 112) +
    solid(slab, p.wood, { shade: 14, rim: 6 }, grain) +
    oval(240, 84, 12, 12, p.woodDark) +
    oval(241, 86, 9, 9, '#dbe4ee')
  );
}

/** Three plates leaning into each other: the set's stack, the front one in full. */
function dinnerPlate(colour: string, ring: string): Svg {
  const face = ovalPath(240, 240, 150, 150);
  return [
    oval(256, 386, 112, 16, p.shade, 'opacity=".16"'),
    oval(254, 246, 150, 150, p.shade, 'opacity=".14"'),
    solid(
      face,
      colour,
      { shade: 16, rim: 6 },
      `<circle cx="240" cy="240" r="136" fill="none" stroke="${ring}" stroke-width="9"/>`,
    ),
    oval(240, 240, 98, 98, p.shade, 'opacity=".09"'),
    oval(244, 244, 92, 92, colour),
    glint('M150 200C164 168 186 148 216 138', 8, 0.7),
  ].join('');
}

function cakeStand(): Svg {
  const rx = 176;
  return [
    shadow(240, 384, 92),
    solid(
      'M214 236H266C264 300 272 340 292 356 322 362 330 384 314 388H166C150 384 158 362 188 356 208 340 216 300 214 236Z',
      p.rose,
      { shade: 18, rim: 5 },
    ),
    path('M66 226C66 262 144 288 240 288S414 262 414 226Z', p.rose),
    path('M66 226C66 262 144 288 240 288S414 262 414 226Z', p.shade, 'opacity=".16"'),
    (
      [
        [92, 260],
        [132, 274],
        [176, 282],
        [222, 286],
        [268, 286],
        [312, 281],
        [354, 272],
        [390, 258],
      ] as const
    )
      .map(([x, y]) => oval(x, y, 20, 11, p.rosePale))
      .join(''),
    oval(240, 226, rx, rx * tilt, p.rose),
    oval(240, 222, rx, rx * tilt, p.rosePale),
    oval(240, 224, rx * 0.84, rx * 0.84 * tilt, p.shade, 'opacity=".08"'),
    muffinOn(176, 206),
    muffinOn(300, 206),
    muffinOn(240, 222),
  ].join('');
}

function muffinOn(x: number, y: number): Svg {
  return placed(
    solid('M-34-34L-24 14Q0 24 24 14L34-34Z', p.cream, { shade: 12, rim: 3 }) +
      solid(
        'M-42-34C-50-58-28-66-22-80-12-98 12-98 22-80 28-66 50-58 42-34 20-22-20-22-42-34Z',
        p.amberPale,
        { shade: 14, rim: 4 },
      ) +
      oval(0, -92, 10, 10, p.berry),
    `translate(${x} ${y})`,
  );
}

/** Mugs, plates and tools, by picture key. */
export const kitchen: Readonly<Record<string, () => Svg>> = {
  'mug-ink': () => mug(p.inkSoft, p.amber),
  'mug-amber': () => mug(p.amber, p.cream),
  'mug-sea': () => mug(p.sea, p.cream),
  'mug-rose': () => mug(p.rose, p.cream),
  'travel-cup-ink': () => travelCup(p.steel, p.inkSoft),
  'travel-cup-amber': () => travelCup(p.cream, p.amber),
  kettle,
  'french-press': frenchPress,
  'pour-over': pourOver,
  'moka-pot': mokaPot,
  'bread-knife': breadKnife,
  'chopping-board': choppingBoard,
  'dinner-plate-white': () => dinnerPlate(p.white, p.amberPale),
  'dinner-plate-sea': () => dinnerPlate(p.seaPale, p.sea),
  'breakfast-bowl': () => emptyBowl(p.rose),
  'cake-stand': cakeStand,
};
