import { type KeyboardEvent, type ReactNode, type RefObject, useId, useMemo, useRef, useState } from 'react';
import type { AppText } from '../../shared/text/english.ts';
import { useApp, useText } from './app-context.tsx';
import { Button } from './button.tsx';
import { extremes } from './chart-summary.ts';
import styles from './heat-map.module.css';
import { type GridPlace, heatStepCount, heatSteps, walkGrid } from './heat-steps.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type HeatCell = {
  /** Null where there is none. */
  readonly value: number | null;
  /** All of it, with its place: "Monday, 11–12: €120.00, 4 orders". */
  readonly words: string;
};

export type DrawnHeat = {
  readonly label: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly HeatCell[])[];
  /** The exact figure, for the table and the legend. */
  readonly formatValue: (value: number) => string;
};

export type HeatMapProps = DrawnHeat & {
  /** Stands above the legend, beside the button that writes the figures in. */
  readonly heading?: ReactNode;
  readonly onOpen?: (row: number, column: number) => void;
};

/**
 * Figures by rows and columns, the more the deeper. One stop of the Tab key; the arrows walk the cells, the one that is
 * on is written out below, Enter opens it, T writes the figures into all.
 */
export function HeatMap(props: HeatMapProps) {
  const { cells, formatValue, onOpen } = props;
  const text = useText();
  const keysId = useId();
  const [told, setTold] = useState<GridPlace | null>(null);
  const [asTable, setAsTable] = useState(false);
  const summary = useMemo(() => heatSummary(props, text), [props, text]);
  const steps = useMemo(() => heatSteps(cells.flat().map(({ value }) => value)), [cells]);
  return (
    <div className={styles.heat}>
      <div className={styles.head}>
        <div className={styles.words}>
          {props.heading}
          <HeatLegend top={steps.top} isCapped={steps.isCapped} formatValue={formatValue} />
        </div>
        <Button variant="quiet" size="small" onPress={() => setAsTable(!asTable)}>
          {text(asTable ? 'ui.show-chart' : 'ui.show-table')}
        </Button>
      </div>
      <HeatGrid
        {...props}
        {...{ keysId, asTable, stepOf: steps.stepOf, onTell: setTold }}
        onTurn={() => setAsTable(!asTable)}
      />
      <p className={styles.told}>{(told && cells[told[0]]?.[told[1]]?.words) ?? text('ui.heat-hint')}</p>
      <VisuallyHidden id={keysId}>
        {summary} {text(onOpen ? 'ui.heat-keys-open' : 'ui.heat-keys')}
      </VisuallyHidden>
    </div>
  );
}

/** The highest and the lowest field of those that have a figure, and what all come to. */
function heatSummary({ rowNames, columnNames, cells, formatValue }: DrawnHeat, text: AppText): string {
  const points = cells.flatMap((row, at) =>
    row.map(({ value }, column) => ({
      label: text('ui.heat-place', { row: rowNames[at] ?? '', column: columnNames[column] ?? '' }),
      ...{ value, words: value === null ? '' : formatValue(value) },
    })),
  );
  const found = extremes(points, text);
  if (found === null) return text('ui.chart-nothing');
  const total = points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return [...found, text('ui.chart-total', { value: formatValue(total) })].join(' ');
}

type HeatGridProps = HeatMapProps & {
  readonly keysId: string;
  readonly asTable: boolean;
  readonly stepOf: (value: number | null) => number;
  readonly onTell: (place: GridPlace | null) => void;
  readonly onTurn: () => void;
};

/** The names of the rows, and a field at its widest: a single hour is no bar across the page. */
const rowNameRem = 6.5;
const mostCellRem = 6;

function HeatGrid(props: HeatGridProps) {
  const { label, rowNames, columnNames, keysId, asTable, onTell } = props;
  const grid = useRef<HTMLTableElement>(null);
  const { at, onKeyDown, go } = useGridKeys(props, grid);
  return (
    <div className={styles.frame}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked and opened
        role="grid"
        aria-label={label}
        aria-describedby={keysId}
        className={styles.grid}
        style={asTable ? undefined : { maxInlineSize: `${rowNameRem + columnNames.length * mostCellRem}rem` }}
        data-table={asTable || undefined}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onTell(null)}
      >
        <thead>
          <tr>
            <td />
            {columnNames.map((name) => (
              <th key={name} scope="col" className={styles.column}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowNames.map((name, row) => (
            <tr key={name}>
              <th scope="row" className={styles.row}>
                {name}
              </th>
              {columnNames.map((columnName, column) => (
                <HeatField
                  key={columnName}
                  {...props}
                  place={[row, column]}
                  isStop={at[0] === row && at[1] === column}
                  onGo={go}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeatFieldProps = HeatGridProps & {
  readonly place: GridPlace;
  /** Whether the Tab key leads to this one. */
  readonly isStop: boolean;
  readonly onGo: (place: GridPlace) => void;
};

function HeatField(props: HeatFieldProps) {
  const { cells, place, isStop, asTable, stepOf, formatValue, onGo, onTell, onOpen } = props;
  const { value, words } = cells[place[0]]?.[place[1]] ?? { value: null, words: '' };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is walked and opened
      role="gridcell"
      tabIndex={isStop ? 0 : -1}
      data-place={place.join('-')}
      data-step={asTable ? undefined : stepOf(value)}
      data-opens={onOpen !== undefined || undefined}
      aria-label={words}
      className={styles.cell}
      onClick={() => {
        onGo(place);
        onOpen?.(...place);
      }}
      onFocus={() => onTell(place)}
      onPointerEnter={() => onTell(place)}
    >
      {asTable && value !== null && value !== 0 ? formatValue(value) : null}
    </td>
  );
}

function useGridKeys(props: HeatGridProps, grid: RefObject<HTMLTableElement | null>) {
  const { rowNames, columnNames, onOpen, onTurn } = props;
  const { direction } = useApp();
  const [at, setAt] = useState<GridPlace>([0, 0]);
  const go = (to: GridPlace) => {
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-place="${to.join('-')}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const size = [rowNames.length, columnNames.length] as const;
    const to = walkGrid(event.key, at, size, direction, event.ctrlKey);
    if (to) go(to);
    else if (event.ctrlKey) return;
    else if (event.key === 'Enter' || event.key === ' ') onOpen?.(...at);
    else if (event.key.toLowerCase() === 't') onTurn();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { at, go, onKeyDown };
}

const ramp = Array.from({ length: heatStepCount + 1 }, (_, step) => `${step}`);

type HeatLegendProps = { readonly top: number; readonly isCapped: boolean } & Pick<DrawnHeat, 'formatValue'>;

function HeatLegend({ top, isCapped, formatValue }: HeatLegendProps) {
  const text = useText();
  const most = formatValue(top);
  return (
    <p className={styles.legend}>
      {text('ui.heat-little')}
      <span className={styles.ramp} aria-hidden="true">
        {ramp.map((step) => (
          <span key={step} className={styles.swatch} data-step={step} />
        ))}
      </span>
      {isCapped ? text('ui.heat-and-more', { value: most }) : most}
    </p>
  );
}
