import { palette as p } from '../palette.ts';
import { oval, ovalPath, path, type Svg, shadow, solid, tilt } from '../svg.ts';

/** A plate lying on the table. */
export function plate(cy: number, rx: number, colour: string): Svg {
  return [
    shadow(240, cy + 16, rx),
    oval(240, cy + 10, rx, rx * tilt, colour),
    oval(240, cy + 10, rx, rx * tilt, p.shade, 'opacity="0.2"'),
    oval(240, cy, rx, rx * tilt, colour),
    oval(240, cy + 2, rx * 0.74, rx * 0.74 * tilt, p.shade, 'opacity="0.08"'),
  ].join('');
}

/** A strawberry, point down. */
export function berry(x: number, y: number, r: number): Svg {
  return (
    solid(
      `M${x - r} ${y - r * 0.3}C${x - r} ${y - r} ${x + r} ${y - r} ${x + r} ${y - r * 0.3}C${x + r} ${y + r * 0.7} ${x + r * 0.3} ${y + r * 1.3} ${x} ${y + r * 1.3}S${x - r} ${y + r * 0.7} ${x - r} ${y - r * 0.3}Z`,
      p.berry,
      { shade: r * 0.4, rim: 3 },
    ) +
    path(
      `M${x - r * 0.7} ${y - r * 0.85}L${x} ${y - r * 0.35} ${x + r * 0.7} ${y - r * 0.85} ${x + r * 0.15} ${y - r * 0.8} ${x} ${y - r * 1.15} ${x - r * 0.15} ${y - r * 0.8}Z`,
      p.leaf,
    )
  );
}

/** A blueberry. */
export function blueberry(x: number, y: number, r: number): Svg {
  return (
    solid(ovalPath(x, y, r, r), p.blueberry, { shade: r * 0.5, rim: 3 }) +
    oval(x, y - r * 0.4, r * 0.35, r * 0.2, p.ink, 'opacity=".6"')
  );
}
