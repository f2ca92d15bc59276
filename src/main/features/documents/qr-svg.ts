/** Draws a content as QR code: SVG that fills its box, black on the paper's own white. */
export type QrSvg = (content: string) => string;

/** The library is large and only printing needs it, so it is loaded with the first page that is printed. */
export async function loadQrSvg(): Promise<QrSvg> {
  const { drawingSVG, qrcode } = await import('bwip-js/generic');
  return (content) => {
    // Error correction M: a tenth of the code may be crumpled.
    const options = {
      bcid: 'qrcode',
      text: content,
      eclevel: 'M',
      scale: 4,
      paddingwidth: 2,
      paddingheight: 2,
    };
    return qrcode(options, drawingSVG());
  };
}
