import { Check, Minus } from 'lucide-react';
import { wholeRate } from '../../../shared/domain/rate.ts';
import { rightGroups } from '../../../shared/domain/right-groups.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { RightsColumn } from './rights-columns.ts';
import styles from './rights-table.module.css';

type RightsTableProps = {
  readonly columns: readonly RightsColumn[];
  /** Opens the rights of a person. */
  readonly onOpen: (staffId: number) => void;
};

/** The matrix: rights down, people or roles across. Both heads stay in view. */
export function RightsTable({ columns, onOpen }: RightsTableProps) {
  const text = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.frame} aria-label={text('staff.matrix')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {text('staff.matrix-right')}
            </th>
            {columns.map((column) => (
              <Head key={column.key} column={column} onOpen={onOpen} />
            ))}
          </tr>
        </thead>
        {rightGroups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles.group}>
                <span className={styles.groupName}>{text(`rights.group-${group.key}`)}</span>
              </th>
            </tr>
            {group.rights.flatMap((right) => [
              <tr key={right}>
                <th scope="row" className={styles.right}>
                  {text(`rights.${right}`)}
                </th>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} right={right} />
                ))}
              </tr>,
              ...(right === 'discount' ? [<Reach key="reach" columns={columns} />] : []),
            ])}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type HeadProps = { readonly column: RightsColumn; readonly onOpen: (staffId: number) => void };

function Head({ column: { title, subtitle, openId }, onOpen }: HeadProps) {
  const words = (
    <>
      <span className={styles.title}>{title}</span>
      {subtitle !== null && <span className={styles.subtitle}>{subtitle}</span>}
    </>
  );
  return (
    <th scope="col" className={styles.head}>
      {openId === null ? (
        <span className={styles.person}>{words}</span>
      ) : (
        <button type="button" className={styles.person} onClick={() => onOpen(openId)}>
          {words}
        </button>
      )}
    </th>
  );
}

function Cell({ column, right }: { readonly column: RightsColumn; readonly right: Right }) {
  const text = useText();
  const may = column.rights.has(right);
  const isOwn = column.own.has(right);
  const word = `staff.${may ? 'yes' : 'no'}${isOwn ? '-own' : ''}` as const;
  const Icon = may ? Check : Minus;
  return (
    <td className={styles.cell} data-may={may || undefined} title={isOwn ? text(word) : undefined}>
      <span className={styles.mark} data-own={isOwn || undefined}>
        <Icon aria-hidden="true" />
        <VisuallyHidden>{text(word)}</VisuallyHidden>
      </span>
    </td>
  );
}

function Reach({ columns }: { readonly columns: readonly RightsColumn[] }) {
  const text = useText();
  const format = useFormat();
  return (
    <tr>
      <th scope="row" className={styles.right}>
        {text('staff.discount-limit')}
      </th>
      {columns.map(({ key, reach }) => (
        <td key={key} className={styles.cell} data-figures>
          {reach === wholeRate ? text('staff.any-discount') : format.percent(reach)}
        </td>
      ))}
    </tr>
  );
}
