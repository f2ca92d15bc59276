import { ArrowUpRight } from 'lucide-react';
import { hrefOf, navigate } from '../../ui/router.ts';
import styles from './report-table.module.css';
import type { RowPlace } from './row-places.ts';

/** Leads from a row to the page of what it is of. By keyboard Alt+Enter does. */
export function RowLink({ place, label }: { readonly place: RowPlace; readonly label: string }) {
  return (
    <a
      href={hrefOf(place.path, place.query)}
      tabIndex={-1}
      aria-label={label}
      title={label}
      className={styles.page}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        navigate(place.path, { query: place.query });
      }}
    >
      <ArrowUpRight aria-hidden="true" />
    </a>
  );
}
