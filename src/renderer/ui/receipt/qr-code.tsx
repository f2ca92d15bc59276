import { type DrawingContext, qrcode } from 'bwip-js/generic';
import { useMemo } from 'react';

type QrCodeProps = {
  readonly content: string;
  readonly label: string;
  readonly className: string | undefined;
};

type QrPath = { readonly path: string; readonly width: number; readonly height: number };

/** A QR code as one path; error correction M, as on paper. Its own chunk: the library is large. */
export function QrCode({ content, label, className }: QrCodeProps) {
  const { path, width, height } = useMemo(() => qrPath(content), [content]);
  return (
    <svg role="img" aria-label={label} className={className} viewBox={`0 0 ${width} ${height}`}>
      <path d={path} fill="currentColor" fillRule="evenodd" shapeRendering="crispEdges" />
    </svg>
  );
}

/** Collects the library's polygons, because the page takes no ready-made SVG text. */
export function qrPath(content: string): QrPath {
  let path = '';
  let size = { width: 0, height: 0 };
  const drawing: DrawingContext<QrPath> = {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height };
    },
    line: () => undefined,
    polygon: (points) => {
      path += `M${points.map((point) => point.join(' ')).join('L')}Z`;
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ path, ...size }),
  };
  const options = { bcid: 'qrcode', text: content, eclevel: 'M', scale: 1 };
  return qrcode(options, drawing);
}
