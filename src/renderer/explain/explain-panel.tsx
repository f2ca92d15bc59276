import { useEffect, useRef } from 'react';
import { calendarDate } from '../../shared/domain/calendar.ts';
import { useLongPages } from '../bridge/use-long-pages.ts';
import { useSession } from '../bridge/use-session.ts';
import { useText } from '../ui/app-context.tsx';
import { Link } from '../ui/link.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import styles from './explain-panel.module.css';
import { ExplainedAbout } from './explained-about.tsx';
import { ExplainedList } from './explained-list.tsx';
import { ExplainedWaiting } from './explained-waiting.tsx';
import { listPlace } from './list-place.ts';
import { type Picked, pickedQuery } from './picked.ts';

type ExplainPanelProps = { readonly picked: Picked | null; readonly onClose: () => void };

/** Rows of a page; as many as fill the tallest panel. */
const pageSize = 60;

/**
 * How a figure comes about, beside the screen that shows it: its formula, whether its rows add up to it, and the rows.
 * `picked` is what `usePicked` reads from the address, so that Back from an order finds it open.
 */
export function ExplainPanel({ picked, onClose }: ExplainPanelProps) {
  if (picked === null) return null;
  return <Explained key={JSON.stringify(pickedQuery(picked))} picked={picked} onClose={onClose} />;
}

function Explained({ picked, onClose }: { readonly picked: Picked; readonly onClose: () => void }) {
  const text = useText();
  const { metric, part, from, to } = picked;
  const days = { from: calendarDate(from), to: calendarDate(to) };
  const pages = useLongPages('reports.explain', { metric, part, ...days, limit: pageSize });
  const { first } = pages;
  const rights = useSession()?.rights ?? [];
  const place = first?.figure && first.figure.count > 0 ? listPlace(picked) : null;
  const content = useRef<HTMLDivElement>(null);
  useFocusInside(content, first !== null);
  return (
    <SidePanel
      title={text(`metric.name-${metric}`)}
      onClose={onClose}
      footer={
        place !== null && rights.includes(place.right) ? (
          <Link to={place.path} {...(place.query ? { query: place.query } : {})}>
            {text(`explain.${place.words}`)}
          </Link>
        ) : undefined
      }
    >
      <div ref={content} className={styles.content}>
        <ExplainedAbout picked={picked} figure={first?.figure ?? null} />
        {first ? <ExplainedList metric={metric} pages={pages} /> : <ExplainedWaiting pages={pages} />}
      </div>
    </SidePanel>
  );
}

/**
 * What was pressed to open it stays where it is: the focus comes in here, first to the panel and, once they are there,
 * to the rows, unless the person went on elsewhere meanwhile.
 */
function useFocusInside(content: { readonly current: HTMLElement | null }, hasRows: boolean): void {
  useEffect(() => {
    content.current?.parentElement?.focus({ preventScroll: true });
  }, [content]);
  useEffect(() => {
    const panel = content.current?.parentElement;
    if (!hasRows || document.activeElement !== panel) return;
    content.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [content, hasRows]);
}
