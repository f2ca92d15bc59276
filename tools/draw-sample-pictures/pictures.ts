import { bottles } from './drawings/bottles.ts';
import { bread } from './drawings/bread.ts';
import { cakes } from './drawings/cakes.ts';
import { cups } from './drawings/cups.ts';
import { deli } from './drawings/deli.ts';
import { kitchen } from './drawings/kitchen.ts';
import { linen } from './drawings/linen.ts';
import { packets } from './drawings/packets.ts';
import type { Wall } from './palette.ts';
import { picture, placed, type Svg } from './svg.ts';

const deliJars: readonly string[] = ['honey', 'jam'];

/** Draws one shelf of things, all enlarged by the same factor about the middle of the table. */
function onWall(wall: Wall, drawings: Readonly<Record<string, () => Svg>>, size: number): [string, Svg][] {
  return Object.entries(drawings).map(([key, draw]) => {
    const shelf = deliJars.includes(key) || key === 'olive-oil' ? 'deli' : wall;
    return [key, picture(shelf, placed(draw(), `translate(240 300) scale(${size}) translate(-240 -296)`))];
  });
}

/** Every sample picture as SVG, by its key. */
export function pictures(): ReadonlyMap<string, Svg> {
  return new Map([
    ...onWall('coffee', cups, 1.09),
    ...onWall('bread', bread, 1.1),
    ...onWall('cakes', cakes, 1.09),
    ...onWall('cold', bottles, 1.14),
    ...onWall('beans', packets, 1.1),
    ...onWall('deli', deli, 1.06),
    ...onWall('kitchen', kitchen, 1.08),
    ...onWall('linen', linen, 1.1),
  ]);
}
