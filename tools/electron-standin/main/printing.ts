import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debug } from '../debug.ts';
import type { StandinWebContents } from './web-contents.ts';

/** Width and height in inches. */
const PAPER: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};
const MICRONS_PER_INCH = 25_400;
const POINTS_PER_INCH = 72;

type Margins = {
  readonly marginTop?: number;
  readonly marginBottom?: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
};

function inches(sides: Electron.Margins | undefined, unit: number): Margins {
  if (!sides) return {};
  if (sides.marginType === 'none') return { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };
  const { top, bottom, left, right } = sides;
  return {
    ...(top === undefined ? {} : { marginTop: top / unit }),
    ...(bottom === undefined ? {} : { marginBottom: bottom / unit }),
    ...(left === undefined ? {} : { marginLeft: left / unit }),
    ...(right === undefined ? {} : { marginRight: right / unit }),
  };
}

function paper(
  size: string | Electron.Size | undefined,
  unit: number,
): { paperWidth: number; paperHeight: number } {
  if (typeof size === 'object') return { paperWidth: size.width / unit, paperHeight: size.height / unit };
  const [paperWidth, paperHeight] = PAPER[size ?? 'Letter'] ?? [];
  if (paperWidth === undefined || paperHeight === undefined) throw new Error(`Invalid pageSize ${size}`);
  return { paperWidth, paperHeight };
}

async function pdf(contents: StandinWebContents, parameters: object): Promise<Buffer> {
  const page = await contents.page;
  const { data } = await page.session.send('Page.printToPDF', parameters);
  return Buffer.from(data, 'base64');
}

/** `webContents.printToPDF`: sizes and margins in inches. */
export function printToPdf(
  contents: StandinWebContents,
  options: Electron.PrintToPDFOptions = {},
): Promise<Buffer> {
  const {
    landscape,
    displayHeaderFooter,
    printBackground,
    scale,
    pageRanges,
    headerTemplate,
    footerTemplate,
  } = options;
  const asked = {
    landscape,
    displayHeaderFooter,
    printBackground,
    scale,
    pageRanges,
    headerTemplate,
    footerTemplate,
  };
  return pdf(contents, {
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
    ...paper(options.pageSize, 1),
    ...inches(options.margins, 1),
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  });
}

/** The printers that STANDIN_PRINTERS names (comma between); one where only a folder is given. */
export function printers(): Electron.PrinterInfo[] {
  if (!process.env.STANDIN_PRINT_FOLDER) return [];
  const names = (process.env.STANDIN_PRINTERS ?? 'Stand-in printer').split(',').map((name) => name.trim());
  return names.map(
    (name) => ({ name, displayName: name, description: '', options: {} }) as Electron.PrinterInfo,
  );
}

function writeJob(
  folder: string,
  bytes: Buffer,
  options: Electron.WebContentsPrintOptions,
  url: string,
): void {
  mkdirSync(folder, { recursive: true });
  const number = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length + 1;
  const name = `print-${String(number).padStart(3, '0')}`;
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ url, options }, null, 2));
  writeFileSync(join(folder, `${name}.pdf`), bytes);
}

async function printJob(
  contents: StandinWebContents,
  options: Electron.WebContentsPrintOptions,
): Promise<string> {
  const folder = process.env.STANDIN_PRINT_FOLDER;
  if (process.env.STANDIN_PRINT_FAILURE) return process.env.STANDIN_PRINT_FAILURE;
  if (!folder) return 'Print job canceled';
  if (options.deviceName && !printers().some(({ name }) => name === options.deviceName))
    return 'Invalid deviceName provided';
  const bytes = await pdf(contents, {
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    scale: (options.scaleFactor ?? 100) / 100,
    ...paper(options.pageSize ?? 'A4', MICRONS_PER_INCH),
    ...inches(options.margins, POINTS_PER_INCH),
  });
  writeJob(folder, bytes, options, contents.getURL());
  return '';
}

/**
 * `webContents.print`: writes `print-001.pdf`, and beside it the options as JSON, into
 * STANDIN_PRINT_FOLDER. It fails without that folder (as when a person cancels), with a printer that is
 * not there, and whenever STANDIN_PRINT_FAILURE holds a reason; both are read at each print.
 */
export function print(
  contents: StandinWebContents,
  options: Electron.WebContentsPrintOptions = {},
  callback?: (success: boolean, failureReason: string) => void,
): void {
  printJob(contents, options)
    .catch((error: unknown) => {
      debug('print', error);
      return 'Print job failed';
    })
    .then((failure) => callback?.(failure === '', failure))
    .catch((error: unknown) => process.emit('uncaughtException', error as Error));
}
