import type { Output } from '../../../shared/contract/index.ts';
import type { ExceptionKind } from '../../../shared/domain/audit-kinds.ts';
import { useText } from '../../ui/app-context.tsx';
import { ExceptionCell } from './exception-cell.tsx';
import styles from './exceptions-matrix.module.css';
import type { ExceptionsView } from './exceptions-range.ts';
import type { Exceptions } from './use-exceptions.ts';

export type ExceptionFigures = Output<'audit.exceptions'>;
type Column = {
  readonly person: ExceptionsView['person'];
  readonly name: string;
  readonly kinds: ExceptionFigures['kinds'];
};

type MatrixProps = { readonly exceptions: Exceptions; readonly data: ExceptionFigures };

/** What happened down, who did it across: a bar in each figure compares people within its row. */
export function ExceptionsMatrix({ exceptions, data }: MatrixProps) {
  const text = useText();
  const columns = columnsOf(data, text('audit.everybody'), text('audit.nobody'));
  const happened = data.kinds.filter(({ count }) => count > 0);
  const notAtAll = data.kinds.filter(({ count }) => count === 0);
  return (
    <>
      <p className={styles.about}>{text('audit.exceptions-about')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.frame} aria-label={text('audit.matrix')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {text('audit.matrix-kind')}
              </th>
              {columns.map(({ person, name }) => (
                <th key={person} scope="col" className={styles.head}>
                  <bdi className={styles.name} title={name}>
                    {name}
                  </bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {happened.map(({ kind, count }) => (
              <tr key={kind}>
                <KindHead kind={kind} />
                {columns.map((column) => (
                  <ExceptionCell
                    key={column.person}
                    person={column.person}
                    name={column.name}
                    tally={column.kinds.find((one) => one.kind === kind) ?? { kind, count: 0, amount: null }}
                    most={count}
                    exceptions={exceptions}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {notAtAll.length > 0 && (
        <p className={styles.about}>
          {text('audit.not-at-all')} {notAtAll.map(({ kind }) => text(`audit.kind-${kind}`)).join(' · ')}
        </p>
      )}
    </>
  );
}

function KindHead({ kind }: { readonly kind: ExceptionKind }) {
  const text = useText();
  return (
    <th scope="row" className={styles.kind}>
      <span className={styles.kindName}>{text(`audit.kind-${kind}`)}</span>
      <span className={styles.kindAbout}>{text(`audit.kind-${kind}-about`)}</span>
    </th>
  );
}

function columnsOf(
  { kinds, people }: ExceptionFigures,
  everybody: string,
  nobody: string,
): readonly Column[] {
  return [
    { person: 'all', name: everybody, kinds },
    ...people.map(({ staff, kinds: own }) => ({
      person: staff?.staffId ?? ('nobody' as const),
      name: staff?.name ?? nobody,
      kinds: own,
    })),
  ];
}
