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
import { ice } from './cups.ts';

type Bottle = {
  readonly glass: string;
  readonly drink?: string;
  readonly label: string;
  readonly cap: string;
  readonly mark: Svg;
  readonly shape?: 'round' | 'slim' | 'square';
};

const outlines = {
  round:
    'M206 92V136C206 170 158 182 158 232V362Q158 384 182 384H298Q322 384 322 362V232C322 182 274 170 274 136V92Z',
  slim: 'M212 84V150C212 190 174 204 174 252V364Q174 384 194 384H286Q306 384 306 364V252C306 204 268 190 268 150V84Z',
  square:
    'M204 110V140L160 168Q152 174 152 186V364Q152 384 172 384H308Q328 384 328 364V186Q328 174 320 168L276 140V110Z',
} as const;

/** A bottle with a label whose `mark` is drawn round (0, 0), about 60 wide. */
export function bottle({ glass, drink, label, cap, mark, shape = 'round' }: Bottle): Svg {
  const d = outlines[shape];
  const [left, width] = { round: [158, 164], slim: [174, 132], square: [152, 176] }[shape] as [
    number,
    number,
  ];
  const neck = { round: [202, 76, 76], slim: [208, 68, 64], square: [196, 92, 88] }[shape] as [
    number,
    number,
    number,
  ];
  const liquid = drink === undefined ? '' : box(120, shape === 'square' ? 150 : 160, 240, 260, 0, drink);
  const paper = box(left, 250, width, 96, 0, label) + placed(mark, 'translate(240 298)');
  return [
    shadow(240, 384, width * 0.52),
    solid(d, glass, { shade: width * 0.22, rim: 0, depth: 0.15 }, liquid + paper),
    solid(boxPath(neck[0], neck[1], neck[2], 34, 7), cap, { shade: 14, rim: 4 }),
    glint(`M${left + 18} 236V224C${left + 20} 204 ${left + 36} 194 ${left + 46} 182`, 9),
    glint(`M${left + 18} 362V358`, 9),
  ].join('');
}

function slice(colour: string, x: number, y: number, r: number): Svg {
  return placed(
    oval(0, 0, r, r, colour) +
      oval(0, 0, r * 0.84, r * 0.84, p.cream) +
      [0, 60, 120, 180, 240, 300]
        .map((a) =>
          placed(
            path(`M0 ${-r * 0.1}L${r * 0.34} ${-r * 0.66}Q0 ${-r * 0.84} ${-r * 0.34} ${-r * 0.66}Z`, colour),
            `rotate(${a})`,
          ),
        )
        .join(''),
    `translate(${x} ${y})`,
  );
}

const apple =
  path('M0-14C-10-24-32-22-32 4S-14 36 0 30C14 36 32 28 32 4S10-24 0-14Z', p.leaf) +
  line('M0-14C0-24 4-30 10-34', p.woodDark, 5) +
  path('M6-24c10-10 22-8 26-4-8 10-18 10-26 4Z', p.leafDark);
const drop = path('M0-34C14-12 22-2 22 12A22 22 0 0 1-22 12C-22-2-14-12 0-34Z', p.sea);
const bubbles =
  oval(-16, 12, 13, 13, p.sea) +
  oval(14, 2, 17, 17, p.sea) +
  oval(-6, -22, 9, 9, p.sea) +
  oval(16, 28, 7, 7, p.sea);
const ginger =
  path(
    'M-34 8C-40-6-26-16-14-10-16-26 4-32 8-16 22-24 38-12 30 2 42 10 30 26 18 18 12 32-8 30-8 16-18 24-32 20-34 8Z',
    p.amberDeep,
  ) + line('M-18 4C-10 8-4 6 0 0M6 8C12 6 16 2 18-4', p.cream, 3);
const peach =
  path('M0-20C-16-34-38-20-34 6-30 28-12 34 0 32 14 34 32 26 34 4 36-20 14-34 0-20Z', p.rose) +
  line('M0-20C-8-4-6 14 0 30', p.berry, 4, 'opacity=".5"') +
  path('M4-26c8-12 22-12 28-6-8 10-18 12-28 6Z', p.leaf);
const olive =
  line('M-36 20C-14 10 8-8 34-24', p.leafDark, 4) +
  path(
    'M-20 8c-12-6-14-18-10-24 12 2 16 14 10 24ZM4-4c-10-10-8-22-2-28 10 6 10 20 2 28ZM-8 6c12-2 22 4 24 12-10 6-22 0-24-12ZM14-8c12-2 22 4 24 10-10 6-22 2-24-10Z',
    p.leaf,
  ) +
  oval(-10, 28, 12, 14, p.leafDark);

function lemonade(): Svg {
  const side = tubPath(240, 120, 96, 376, 72);
  const inside = tubPath(240, 146, 86, 362, 66);
  return [
    shadow(240, 380, 86),
    placed(box(-8, -282, 16, 250, 8, p.sea), 'translate(206 350) rotate(-12)'),
    path(side, p.glass, 'opacity=".8"'),
    within(
      inside,
      box(100, 100, 300, 300, 0, '#fae58f') +
        slice(p.lemon, 208, 226, 44) +
        slice(p.lemon, 276, 312, 40) +
        ice(286, 208, 20) +
        ice(196, 318, -16, 42) +
        ice(240, 172, 34, 40),
    ),
    oval(240, 146, 88, 88 * tilt, '#fdf0b4'),
    solid(side, 'none', { shade: 22, rim: 0, depth: 0.1 }),
    `<ellipse cx="240" cy="120" rx="96" ry="${96 * tilt}" fill="none" stroke="${p.white}" stroke-width="6" opacity=".9"/>`,
    slice(p.lemon, 330, 122, 50),
    placed(
      path('M-22 4C-30-18-12-30 0-34 6-18 0 2-22 4ZM-16 6C0-10 22-6 30 4 18 16-2 16-16 6Z', p.leaf),
      'translate(250 140)',
    ),
    glint('M170 180L184 330', 10),
  ].join('');
}

/** Cold drinks and oil, by picture key. */
export const bottles: Readonly<Record<string, () => Svg>> = {
  'orange-juice': () =>
    bottle({
      glass: p.glass,
      drink: p.orange,
      label: p.cream,
      cap: p.white,
      mark: slice(p.orange, 0, 0, 36),
      shape: 'square',
    }),
  'apple-juice': () =>
    bottle({ glass: p.glass, drink: '#dba642', label: p.cream, cap: p.leaf, mark: apple, shape: 'square' }),
  lemonade,
  'sparkling-water': () =>
    bottle({ glass: '#a5cfb0', label: p.white, cap: p.ink, mark: bubbles, shape: 'slim' }),
  'still-water': () => bottle({ glass: '#bfe0ee', label: p.white, cap: p.steel, mark: drop, shape: 'slim' }),
  'ginger-beer': () => bottle({ glass: '#8a4a22', label: p.amberPale, cap: p.ink, mark: ginger }),
  'iced-tea': () =>
    bottle({ glass: p.glass, drink: '#c8702f', label: p.rosePale, cap: p.berry, mark: peach }),
  'olive-oil': () =>
    bottle({ glass: '#6f7f2f', label: p.cream, cap: p.ink, mark: olive, shape: 'slim' }) +
    oval(372, 372, 22, 9, p.shade, 'opacity=".14"') +
    solid(ovalPath(366, 356, 18, 21), p.leafDark, { shade: 8, rim: 4 }) +
    solid(ovalPath(398, 366, 17, 19), p.leaf, { shade: 8, rim: 4 }),
};
