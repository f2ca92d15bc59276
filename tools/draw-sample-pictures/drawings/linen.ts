import { palette as p } from '../palette.ts';
import { box, boxPath, line, oval, path, placed, type Svg, shadow, solid } from '../svg.ts';

/** A hook on the wall with a shadow, from which cloth hangs. */
function peg(x: number, y: number): Svg {
  return (
    oval(x + 5, y + 5, 13, 13, p.shade, 'opacity=".2"') +
    oval(x, y, 13, 13, p.wood) +
    oval(x - 3, y - 3, 5, 5, p.white, 'opacity=".5"')
  );
}

function apron(cloth: string, strap: string, stitch: string): Svg {
  const shape =
    'M182 122H298C300 166 322 188 366 196L376 380Q240 400 104 380L114 196C158 188 180 166 182 122Z';
  const pocket = 'M168 268H312V328Q312 344 296 344H184Q168 344 168 328Z';
  return [
    placed(path(shape, p.shade, 'opacity=".14"'), 'translate(12 10)'),
    line('M190 128C196 66 284 66 290 128', strap, 14),
    peg(240, 78),
    line('M116 210C88 224 82 260 90 300M364 210C392 224 398 260 390 300', strap, 13),
    solid(
      shape,
      cloth,
      { shade: 20, rim: 6 },
      line('M150 210C160 260 150 330 154 392M330 210C320 260 330 330 326 392', p.shade, 9, 'opacity=".1"'),
    ),
    line('M192 134H288', stitch, 4, 'stroke-dasharray="8 8"'),
    solid(pocket, cloth, { shade: 0, rim: 0 }),
    path(pocket, p.white, 'opacity=".12"'),
    line('M240 270V342M172 280H308', stitch, 4, 'stroke-dasharray="8 8"'),
    placed(box(-5, -60, 10, 72, 5, p.wood) + oval(0, -64, 13, 19, p.wood), 'translate(206 274) rotate(-6)'),
    line('M172 270H308', cloth, 8),
  ].join('');
}

function tShirt(): Svg {
  const shape =
    'M178 104C206 128 274 128 302 104L348 118Q362 122 370 134L424 206 368 250 342 220V376Q240 392 138 376V220L112 250 56 206 110 134Q118 122 132 118Z';
  const mark =
    path('M188 236H282V262C282 296 262 312 235 312S188 296 188 262Z', p.amber) +
    line('M282 246C310 242 308 284 276 282', p.amber, 11) +
    line('M212 220C202 208 220 202 212 188M242 220C232 208 250 202 242 188', p.amberPale, 8) +
    box(176, 322, 120, 8, 4, p.amber);
  return [
    placed(path(shape, p.shade, 'opacity=".14"'), 'translate(12 12)'),
    solid(
      shape,
      p.ink,
      { shade: 18, rim: 6 },
      line('M138 230C150 270 146 320 150 380M342 230C330 270 334 320 330 380', p.white, 8, 'opacity=".07"'),
    ),
    line('M178 104C206 128 274 128 302 104', p.inkSoft, 13),
    mark,
  ].join('');
}

function toteBag(): Svg {
  const bag = 'M112 190H368L382 372Q382 386 368 386H112Q98 386 98 372Z';
  const drawing = [
    shadow(246, 388, 142),
    line('M176 200C160 40 320 40 304 200', p.crustPale, 17, 'transform="translate(10 -8)" opacity=".75"'),
    placed(
      line('M-4 76C-6-24-30-60-64-70M-4 76C4-10 20-60 44-84M-2 70C20 0 60-20 84-24', p.leaf, 12) +
        path(
          'M-64-70c-34-4-40 22-30 40 24 2 38-16 30-40ZM44-84c-4-32 20-42 40-34 4 24-14 40-40 34ZM84-24c26-18 46-2 46 18-20 14-42 6-46-18Z',
          p.leafDark,
        ),
      'translate(208 130)',
    ),
    placed(
      solid(boxPath(-22, -120, 44, 160, 20), p.crust, { shade: 12, rim: 5 }) +
        line('M-12-88L12-98M-12-52L12-62', p.crumb, 8),
      'translate(286 176) rotate(12)',
    ),
    solid(bag, p.paper, { shade: 24, rim: 6 }, line('M112 212H370', p.shade, 4, 'opacity=".15"')),
    line('M176 226V200C176 186 174 120 240 96 306 120 304 186 304 200V226', p.crustPale, 17),
    path('M236 244V322H176C180 290 204 258 236 244Z', p.ink) +
      path('M248 258C280 268 300 294 304 322H248Z', p.amber),
    path('M164 332H316C306 352 294 360 276 360H204C186 360 174 352 164 332Z', p.ink),
  ].join('');
  return placed(drawing, 'translate(240 388) scale(.88) translate(-240 -388)');
}

function teaTowels(): Svg {
  const towel = 'M130 116H300V372Q215 384 130 372Z';
  const behind = 'M196 116H356V352Q276 362 196 352Z';
  const stripes =
    [150, 172, 258, 280].map((x) => box(x, 100, 9, 300, 0, p.amber)).join('') +
    [300, 322, 344].map((y) => box(110, y, 210, 9, 0, p.amber)).join('');
  const checks =
    [212, 244, 276, 308, 340].map((x) => box(x, 100, 14, 300, 0, p.sea, 'opacity=".55"')).join('') +
    [130, 164, 198, 232, 266, 300, 334].map((y) => box(180, y, 190, 14, 0, p.sea, 'opacity=".55"')).join('');
  return [
    placed(path(`${behind}${towel}`, p.shade, 'opacity=".13"'), 'translate(12 14)'),
    solid(behind, p.white, { shade: 12, rim: 0 }, checks),
    solid(
      towel,
      p.cream,
      { shade: 16, rim: 5 },
      stripes + line('M214 112C208 200 218 300 212 384', p.shade, 10, 'opacity=".08"'),
    ),
    line('M72 104H408', p.woodDark, 15),
    line('M72 101H408', p.wood, 9),
    oval(68, 103, 14, 14, p.wood) + oval(412, 103, 14, 14, p.wood),
    box(128, 96, 174, 26, 8, p.cream) + box(302, 96, 56, 26, 8, p.white),
    path('M130 372Q215 384 300 372v10Q215 394 130 382Z', p.amber),
  ].join('');
}

function ovenMitt(): Svg {
  const mitt =
    'M170 332C150 270 142 200 150 150 158 96 208 74 246 84 292 94 308 140 302 206 320 176 352 164 372 184 390 204 372 236 348 262 326 286 312 308 308 332Z';
  const quilt = [-260, -200, -140, -80, -20, 40, 100, 160, 220, 280]
    .map((x) => line(`M${x + 60} 60L${x + 380} 380M${x + 420} 60L${x + 100} 380`, p.white, 3, 'opacity=".3"'))
    .join('');
  return [
    placed(path(`${mitt}M160 328H318V388H160Z`, p.shade, 'opacity=".14"'), 'translate(12 10)'),
    line('M166 372C130 372 128 400 160 396', p.ink, 9),
    solid(mitt, p.berry, { shade: 22, rim: 7 }, quilt),
    solid(
      boxPath(158, 326, 162, 62, 12),
      p.cream,
      { shade: 16, rim: 4 },
      box(158, 348, 162, 8, 0, p.berry) + box(158, 364, 162, 8, 0, p.berry),
    ),
  ].join('');
}

/** Things to wear and cloth, by picture key. */
export const linen: Readonly<Record<string, () => Svg>> = {
  'apron-ink': () => apron(p.inkSoft, p.amber, p.amberPale),
  'apron-natural': () => apron('#ecd9b8', p.wood, p.woodDark),
  't-shirt': tShirt,
  'tote-bag': toteBag,
  'tea-towels': teaTowels,
  'oven-mitt': ovenMitt,
};
