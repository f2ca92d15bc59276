import type { ReportPart } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';

/** A figure that somebody pointed at: what it is, of which part and which days; `from` and `to` are yyyymmdd and both count. */
export type Picked = {
  readonly metric: Metric;
  readonly part: ReportPart;
  readonly from: number;
  readonly to: number;
  /** What it stands for, in words: "Flat white", "Mon 3". */
  readonly label: string;
};

/** Whatever can be drawn as a picture of its own: with title, range and legend, on white, whatever the theme. */
export type PictureSource = { readonly png: () => Promise<Blob> };
