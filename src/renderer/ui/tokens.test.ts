import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const light = tokensOf(':root');
const dark = new Map([...light, ...tokensOf(':root[data-theme="dark"]')]);

function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(colour);
  if (!match) throw new Error(`not an opaque colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Map<string, string>, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => luminance(theme.get(name) ?? `missing ${name}`));
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const surfaces = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-floating'];
const statuses = ['received', 'shipped', 'in-transit', 'delivered', 'cancelled'].map((s) => `status-${s}`);
const tones = ['positive', 'warning', 'danger', 'info'];
const hues = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `hue-${n}`);

const textPairs: readonly (readonly [string, string])[] = [
  ...[...surfaces, 'surface-pressed', 'surface-selected', 'accent-soft'].map((s) => ['text', s] as const),
  ...[...surfaces, 'surface-pressed', 'surface-selected', 'accent-soft'].map(
    (s) => ['text-muted', s] as const,
  ),
  ...['accent', 'accent-hover', 'accent-pressed'].map((s) => ['on-accent', s] as const),
  ...['ink', 'ink-raised'].flatMap((s) => [['on-ink', s] as const, ['on-ink-muted', s] as const]),
  ...['accent-soft', 'surface', 'surface-raised'].map((s) => ['accent-text', s] as const),
  ['on-danger', 'danger-solid'],
  ['on-danger', 'danger-solid-hover'],
  ['accent', 'ink'],
  ['receipt-ink', 'receipt-paper'],
  ...[...statuses, ...tones, ...hues].map((tone) => [tone, `${tone}-soft`] as const),
  ...tones.flatMap((tone) => surfaces.map((s) => [tone, s] as const)),
];

/** Edges of fields, focus rings and chart lines: 3 to 1. */
const graphicPairs: readonly (readonly [string, string])[] = [
  ...['surface', 'surface-raised'].map((s) => ['border-strong', s] as const),
  ...surfaces.map((s) => ['focus', s] as const),
  ['accent-line', 'surface-raised'],
  ['accent-line', 'surface'],
  ...tones.map((tone) => [tone, 'surface-raised'] as const),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('contrast in %s', (_name, theme) => {
  it.each(textPairs)('%s on %s is readable', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(graphicPairs)('%s on %s can be told apart', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(3);
  });

  it('the strong series stands out from the compared one', () => {
    expect(contrast(theme, 'chart-strong', 'surface-raised')).toBeGreaterThan(
      contrast(theme, 'chart-compare', 'surface-raised') * 1.05,
    );
  });
});

it('dark redraws every colour', () => {
  const colours = [...light].filter(([, value]) => value.startsWith('#') || value.includes('rgb('));
  const redrawn = tokensOf(':root[data-theme="dark"]');
  expect(colours.map(([name]) => name).filter((name) => !redrawn.has(name))).toEqual([]);
});
