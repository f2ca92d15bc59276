import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doughnutTokens, heatTokens, lettersOn } from './chart-colours.ts';

type Triple = readonly [number, number, number];

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const light = tokensOf(':root');
const themes = { light, dark: new Map([...light, ...tokensOf(':root[data-theme="dark"]')]) };

/** How a colour reaches eyes without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`not an opaque colour: ${hex}`);
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;

/** OKLab, in which equal distances look equal; times 100. */
function lab(colour: Triple): Triple {
  const cone = (weights: Triple) => Math.cbrt(dot(weights, colour));
  const cones: Triple = [
    cone([0.4122214708, 0.5363325363, 0.0514459929]),
    cone([0.2119034982, 0.6806995451, 0.1073969566]),
    cone([0.0883024619, 0.2817188376, 0.6299787005]),
  ];
  return [
    100 * dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    100 * dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    100 * dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function seen(hex: string, eye: string): Triple {
  const colour = linear(hex);
  const matrix = eyes[eye];
  if (!matrix) throw new Error(eye);
  const [r, g, b] = matrix.map((row) => Math.max(0, Math.min(1, dot(row, colour))));
  return lab([r ?? 0, g ?? 0, b ?? 0]);
}

function apart(a: string, b: string, eye: string): number {
  const [x, y] = [seen(a, eye), seen(b, eye)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function contrast(a: string, b: string): number {
  const [x, y] = [a, b].map((hex) => dot([0.2126, 0.7152, 0.0722], linear(hex)) + 0.05);
  return Math.max(x ?? 0, y ?? 0) / Math.min(x ?? 1, y ?? 1);
}

const statuses = ['received', 'shipped', 'in-transit', 'delivered', 'cancelled'];

/** Colours that stand in one picture, and the least distance between any two: 2 is just seen, 10 at a glance. */
const sets: Readonly<Record<string, readonly [tokens: readonly string[], least: number]>> = {
  series: [['--chart-strong', '--chart-compare', '--chart-second'], 14],
  parts: [doughnutTokens, 9.5],
  statuses: [statuses.map((status) => `--chart-status-${status}`), 12],
};

describe.each(Object.entries(themes))('colours of charts in %s', (_theme, tokens) => {
  const hex = (token: string) => tokens.get(token) ?? `missing ${token}`;

  it.each(Object.keys(sets))('%s stand out from the surface by 3 to 1', (name) => {
    for (const token of sets[name]?.[0] ?? []) {
      expect(contrast(hex(token), hex('--surface-raised')), token).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(sets).flatMap((name) => Object.keys(eyes).map((eye) => [name, eye] as const)))(
    '%s are told apart with %s eyes, any two of them',
    (name, eye) => {
      const [list, least] = sets[name] ?? [[], 0];
      for (const [index, one] of list.entries()) {
        for (const other of list.slice(index + 1)) {
          expect(apart(hex(one), hex(other), eye), `${one} ${other}`).toBeGreaterThanOrEqual(least);
        }
      }
    },
  );

  it.each(Object.keys(eyes))('each step of heat is deeper than the one before with %s eyes', (eye) => {
    const depths = heatTokens.map((token) => seen(hex(token), eye)[0]);
    const way = Math.sign((depths.at(-1) ?? 0) - (depths[0] ?? 0));
    for (const [index, depth] of depths.slice(1).entries()) {
      expect((depth - (depths[index] ?? 0)) * way, `step ${index + 2}`).toBeGreaterThan(4);
    }
  });

  it('letters on a part can be read', () => {
    for (const token of sets.statuses?.[0] ?? []) {
      expect(contrast(hex(token), hex(lettersOn(hex(token)))), token).toBeGreaterThanOrEqual(3);
    }
  });
});

it('finds two colours that only usual eyes tell apart', () => {
  const [red, green] = ['#c05a20', '#7f7f18'];
  expect(apart(red, green, 'usual')).toBeGreaterThan(14);
  expect(apart(red, green, 'deuteranopia')).toBeLessThan(12);
});
