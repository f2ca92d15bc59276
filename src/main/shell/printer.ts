import { BrowserWindow, type WebContents } from 'electron';
import { createEnglishText } from '../../shared/text/english.ts';
import type { PrintDocument } from '../app/desktop.ts';
import { inInches, type PageSize, pageSize, paperWidth } from './paper-size.ts';
import type { PrintDocuments } from './print-documents.ts';
import { printWindowOptions } from './security/window-options.ts';

/** How long a printer may take to accept a page; afterwards the person is told and can try again. */
const patience = 60_000;

const text = createEnglishText();

export type Printer = {
  /** @throws Error in words. */
  print(document: PrintDocument, deviceName: string): Promise<void>;
  /** @throws Error in words. */
  pdf(document: PrintDocument): Promise<Uint8Array>;
};

/** Prints pages in a window of their own that nobody sees and that is gone afterwards, whatever happens. */
export function createPrinter(documents: PrintDocuments): Printer {
  async function withPage<T>(
    document: PrintDocument,
    use: (contents: WebContents, size: PageSize) => Promise<T>,
  ): Promise<T> {
    const token = documents.add(document.html, document.picture);
    const window = new BrowserWindow(printWindowOptions(paperWidth(document.paper)));
    try {
      const work = async (): Promise<T> => {
        await window.loadURL(`app://print/${token}`);
        const height: unknown = await window.webContents.executeJavaScript(
          'Math.ceil(document.body.getBoundingClientRect().height)',
        );
        return use(window.webContents, pageSize(document.paper, Number(height) || 0));
      };
      return await within(work(), patience);
    } finally {
      documents.remove(token);
      if (!window.isDestroyed()) window.destroy();
    }
  }
  return {
    print: (document, deviceName) =>
      withPage(document, async (contents, size) => {
        const printers = await contents.getPrintersAsync();
        if (printers.length === 0) throw new Error(text('shell.no-printer'));
        if (deviceName !== '' && !printers.some((printer) => printer.name === deviceName)) {
          throw new Error(text('shell.printer-gone', { printer: deviceName }));
        }
        await printPage(contents, deviceName, { size, isWide: document.isWide ?? false });
      }),
    pdf: (document) =>
      withPage(document, (contents, size) =>
        contents.printToPDF({
          pageSize: inInches(size),
          landscape: document.isWide ?? false,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          printBackground: true,
          preferCSSPageSize: false,
          generateTaggedPDF: true,
        }),
      ),
  };
}

function printPage(
  contents: WebContents,
  deviceName: string,
  { size, isWide }: { readonly size: PageSize; readonly isWide: boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print(
      {
        silent: true,
        printBackground: true,
        color: false,
        margins: { marginType: 'none' },
        pageSize: size,
        landscape: isWide,
        ...(deviceName === '' ? {} : { deviceName }),
      },
      (isDone, reason) => (isDone ? resolve() : reject(new Error(reason || text('shell.print-refused')))),
    );
  });
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(text('shell.printer-silent'))), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
