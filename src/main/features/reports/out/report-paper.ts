import { AppError } from '../../../../shared/contract/errors.ts';
import { documentHtml } from '../../../../shared/documents/document-html.ts';
import { paperDirection } from '../../../../shared/documents/paper-direction.ts';
import { reportBlocks } from '../../../../shared/documents/report-blocks.ts';
import { sheetOf } from '../../../../shared/domain/sheet-paper.ts';
import type { InnerRead } from '../../../app/context.ts';
import type { PrintDocument } from '../../../app/desktop.ts';
import { type Language, wordsIn } from '../../documents/document-words.ts';
import { shopView } from '../../shop/shop-view.ts';
import { runReport } from '../run-report.ts';
import { chartBytes } from './chart-picture.ts';
import type { ReportWish } from './report-sheet.ts';

type PaperWish = {
  readonly wish: ReportWish;
  /** Rows of the table at most. */
  readonly rows: number;
  /** The chart as base64; null where there is none. */
  readonly picture: string | null;
  readonly language: Language;
  /** Who makes it, by name. */
  readonly madeBy: string;
};

/** More columns than this go on a sheet on its side. */
const mostUpright = 8;

/**
 * A report as a page for the printer, made in the helper process by the handler that the screen asks. Throws
 * `chart-unreadable` for a chart that is none, and what `reports.run` refuses with.
 */
export const reportPaper: InnerRead<PaperWish, PrintDocument> = {
  name: 'report-paper',
  *steps(ctx, { wish, rows, picture, language, madeBy }) {
    const chart = picture === null ? null : chartBytes(picture);
    const result = yield* runReport(ctx, { ...wish, limit: rows });
    const shop = shopView(ctx.shop);
    const words = wordsIn(ctx.shop, language);
    const blocks = reportBlocks(
      { result, by: wish.by, shop, madeAt: ctx.now, madeBy, hasChart: chart !== null },
      words,
    );
    const title = words.text(`reports.${wish.report}`);
    const paper = sheetOf(shop.country);
    const isWide = result.columns.length > mostUpright;
    const { locale } = ctx.shop;
    const direction = paperDirection(ctx.shop, language === 'pseudo-rtl');
    const html = documentHtml(blocks, { title, paper, isWide, locale, direction, qrSvg: noCode });
    return { title, html, paper, isWide, picture: chart };
  },
};

function noCode(): never {
  throw new AppError('internal');
}
