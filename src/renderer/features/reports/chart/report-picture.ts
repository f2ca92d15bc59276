import type { ReportResult } from '../../../../shared/contract/reports.ts';
import { spanWords } from '../../../../shared/text/report-words.ts';
import type { Direction } from '../../../../shared/text/text.ts';
import { type ChartPaint, paperPaint } from '../../../ui/chart-colours.ts';
import { chartPaper } from '../../../ui/chart-paper.ts';
import { heatPaper } from '../../../ui/heat-paper.ts';
import { drawPaper, type PaperPart } from '../../../ui/paper-picture.ts';
import { sharePaper } from '../../../ui/share-paper.ts';
import type { Panel } from './panel.ts';
import type { Words } from './step-words.ts';

/** A report's pictures as one PNG: its name, its range, each picture below the other, on white. */
export function drawReport(
  result: ReportResult,
  panels: readonly Panel[],
  words: Words,
  direction: Direction,
): Promise<Blob> {
  const paint = paperPaint(direction);
  return drawPaper(
    {
      heading: words.text(`reports.${result.report}`),
      range: rangeWords(result, words),
      parts: panels.map((panel) => partOf(panel, words, paint)),
    },
    paint,
  );
}

const standsNow: ReadonlySet<ReportResult['report']> = new Set(['stock-value', 'low-stock']);

/** The range and what it is compared with; of what stands as it does now, the day. */
function rangeWords({ report, from, to, before }: ReportResult, words: Words): string {
  const span = spanWords(words, { from, to });
  if (standsNow.has(report)) return words.text('reports.now');
  if (before === null) return span;
  return words.text('report-chart.range-compared', { span, before: spanWords(words, before) });
}

function partOf(panel: Panel, { text }: Words, paint: ChartPaint): PaperPart {
  if (panel.as === 'chart') return chartPaper(panel, panel.chart, paint);
  if (panel.as === 'shares') return sharePaper(panel, panel.rows, paint);
  if (panel.as === 'heat') {
    const words = {
      little: text('ui.heat-little'),
      andMore: (value: string) => text('ui.heat-and-more', { value }),
    };
    return heatPaper(panel, panel.heat, words, paint);
  }
  const { title, note, sentence } = panel;
  return {
    ...{ title, note, legend: [], height: 24 },
    draw: (context, { x, y, width }) => {
      context.font = `400 14px ${paint.family}`;
      context.fillStyle = paint.colour('--text-muted');
      context.textAlign = 'start';
      context.textBaseline = 'middle';
      context.fillText(sentence, paint.direction === 'rtl' ? x + width : x, y + 10);
    },
  };
}
