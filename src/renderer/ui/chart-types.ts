import type { ReactNode } from 'react';

/**
 * One strong series; what it is compared with is grey; a second stands beside the strong one as its equal. Parts of one
 * whole, of which the strong one is the first, lie on top of each other.
 */
export type ChartRole = 'strong' | 'compare' | 'second' | (typeof partRoles)[number];

export const partRoles = ['part-2', 'part-3', 'part-4', 'part-5'] as const;

export type ChartSeries = {
  readonly name: string;
  /** Null where there is none: an average of nothing is a gap. */
  readonly values: readonly (number | null)[];
  readonly role: ChartRole;
  /** Over bars: a thin line, where bars beside bars would be too many. */
  readonly asLine?: boolean;
  /** A part of the series before it: a narrower bar inside of that one's. */
  readonly inset?: boolean;
};

export type ChartProps = {
  /**
   * Bars for amounts over time, a line for an average, a doughnut for at most six parts of a whole; ranked bars lie on
   * their side below each other, each with its figure at its end.
   */
  readonly kind: 'bar' | 'line' | 'doughnut' | 'ranked';
  /** What it shows, in a sentence: it is read out instead of the picture. */
  readonly label: string;
  /** What the labels are: "Day", "Tender". Heads the table. */
  readonly labelName: string;
  /** As a shopkeeper says them: "Mon 3". */
  readonly labels: readonly string[];
  /** What of them stands at the axis, shorter; null leaves one out. Without it, the labels themselves. */
  readonly axisLabels?: readonly (string | null)[];
  readonly series: readonly ChartSeries[];
  /** Bars of several series on top of each other, those below zero downwards. */
  readonly isStacked?: boolean;
  /** Colours of a doughnut's parts, as tokens, where those have their own. */
  readonly inks?: readonly string[];
  /** What stands at the ends of lying bars instead of their figures: "2 of 10". */
  readonly ends?: readonly string[];
  /** The share of a doughnut's part, as all of them together come to 100 %. */
  readonly formatShare?: (index: number) => string;
  /** The exact figure, on hover, on focus and in the table. */
  readonly formatValue: (value: number) => string;
  /** Short, for the axis: "1.2 k". */
  readonly formatAxis: (value: number) => string;
  /** The least that two lines of the axis are apart: 1 of a count, 1,000 of pieces in thousandths. */
  readonly axisStep?: number;
  /** Whether its figures add up to a total that means something; those of a line do not. */
  readonly adds?: boolean;
  /** Stands above the legend, beside the button that turns it into a table. */
  readonly heading?: ReactNode;
  /** Height in rem. */
  readonly height?: number;
  /** Leads to what a figure is made of: by a press on it, by Enter on the one that is read, by a button in the table. */
  readonly onOpen?: (index: number, series: number) => void;
  /** What that button says: "Orders of Mar 2026". */
  readonly openLabel?: (label: string) => string;
};

/** What is drawn, without what is done with it. */
export type DrawnChart = Omit<ChartProps, 'onOpen' | 'openLabel' | 'heading'>;
