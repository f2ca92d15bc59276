import type { RefObject } from 'react';
import { useState } from 'react';
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import { base64 } from '../../../bridge/base64.ts';
import { isRefusal } from '../../../bridge/client.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useProgress } from '../../../bridge/use-progress.ts';
import { useText } from '../../../ui/app-context.tsx';
import { useErrorText } from '../../../ui/error-text.ts';
import { toast } from '../../../ui/toast-queue.ts';
import type { PictureSource } from '../picked.ts';

/** Saves and prints a report, tells how far it is, stops it, and ends in words. Nothing is begun while one is on its way. */
export function useReportOut({ limit: _, ...report }: ReportInput, picture: RefObject<PictureSource | null>) {
  const text = useText();
  const errorText = useErrorText();
  const csv = useCommand('reports.saveCsv');
  const pdf = useCommand('reports.savePdf');
  const png = useCommand('reports.savePicture');
  const paper = useCommand('reports.print');
  const stop = useCommand('reports.cancelOut');
  const [isDrawing, setDrawing] = useState(false);
  const running = [csv, pdf, png, paper].find((one) => one.isPending);
  const progress = useProgress(running?.requestId ?? null);
  const isBusy = isDrawing || running !== undefined;
  const said = (words: string) => toast(words, { tone: 'positive' });
  const onError = (error: unknown) => {
    // Stopped by the person is no fault.
    const words = isRefusal(error, 'cancelled') ? text('report-out.stopped') : errorText(error);
    toast(words, { tone: isRefusal(error, 'cancelled') ? 'info' : 'danger' });
  };
  /** The chart as it is now, then what is to be done with it; null where there is none. */
  const withChart = async (use: (chart: string | null) => void) => {
    setDrawing(true);
    try {
      const blob = (await picture.current?.png()) ?? null;
      use(blob === null ? null : base64(new Uint8Array(await blob.arrayBuffer())));
    } catch {
      toast(text('error.chart-unreadable'), { tone: 'danger' });
    } finally {
      setDrawing(false);
    }
  };
  const savedFile = ({ saved, fileName }: { readonly saved: boolean; readonly fileName: string }) => {
    if (saved) said(text('report-out.saved', { file: fileName }));
  };
  return {
    isBusy,
    progress: running === undefined ? null : progress,
    saveCsv: () =>
      csv.mutate(report, {
        onSuccess: ({ saved, fileName, rows }) => {
          if (saved) said(text('report-out.saved-rows', { file: fileName, count: rows }));
        },
        onError,
      }),
    savePdf: () =>
      void withChart((chart) => pdf.mutate({ ...report, picture: chart }, { onSuccess: savedFile, onError })),
    savePicture: () =>
      void withChart((chart) => {
        if (chart === null) toast(text('report-out.no-chart'), { tone: 'info' });
        else png.mutate({ ...report, picture: chart }, { onSuccess: savedFile, onError });
      }),
    print: (rows: number, onDone: () => void) =>
      void withChart((chart) =>
        paper.mutate(
          { ...report, picture: chart, rows },
          {
            onSuccess: () => {
              said(text('report-out.printed'));
              onDone();
            },
            onError,
          },
        ),
      ),
    stop: () => stop.mutate({}),
  };
}

export type ReportOut = ReturnType<typeof useReportOut>;
