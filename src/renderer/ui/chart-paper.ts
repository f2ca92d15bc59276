import { Chart } from 'chart.js';
import type { ChartPaint } from './chart-colours.ts';
import { chartConfiguration } from './chart-configuration.ts';
import { legendOf } from './chart-legend.tsx';
import type { DrawnChart } from './chart-types.ts';
import type { PaperHead, PaperPart } from './paper-picture.ts';
import './use-chart.ts';

const rankedRow = 30;

/** A chart as a part of a picture: drawn anew on a canvas of its own in the paper's colours. */
export function chartPaper({ title, note }: PaperHead, drawn: DrawnChart, paint: ChartPaint): PaperPart {
  const { kind, labels } = drawn;
  const height = kind === 'ranked' ? labels.length * rankedRow + 8 : kind === 'doughnut' ? 340 : 380;
  return {
    ...{ title, note, legend: legendOf(drawn), height },
    draw: (context, box) => {
      const canvas = document.createElement('canvas');
      canvas.width = box.width;
      canvas.height = box.height;
      const { options, ...rest } = chartConfiguration(drawn, paint);
      const made = new Chart(canvas, {
        ...rest,
        options: { ...options, responsive: false, devicePixelRatio: 2, events: [] },
      });
      context.drawImage(canvas, box.x, box.y, box.width, box.height);
      made.destroy();
    },
  };
}
