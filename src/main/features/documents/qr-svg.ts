import { drawingSVG, qrcode } from 'bwip-js/generic';

/** A QR code as SVG that fills its box, black on the paper's own white; error correction M, as receipts crumple. */
export function qrSvg(content: string): string {
  const options = {
    bcid: 'qrcode',
    text: content,
    eclevel: 'M',
    scale: 4,
    paddingwidth: 2,
    paddingheight: 2,
  };
  return qrcode(options, drawingSVG());
}
