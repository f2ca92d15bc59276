import type { ReactNode } from 'react';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './exception-rows.module.css';
import type { ExceptionsView } from './exceptions-range.ts';
import { refusalWords } from './refusal-words.ts';
import { thingWords } from './subject-words.ts';
import { ThingLink } from './thing-link.tsx';
import type { Exceptions } from './use-exceptions.ts';
import { usePeople } from './use-people.ts';
import { useValueWords, type Words } from './use-value-words.ts';

type Row = PageItem<'audit.exceptionRows'>;

type RowsProps = {
  readonly exceptions: Exceptions;
  readonly kind: NonNullable<ExceptionsView['kind']>;
  readonly person: ExceptionsView['person'];
};

/** What is behind one figure, newest first, each leading to its order and to its entry in the log. */
export function ExceptionRows({ exceptions, kind, person }: RowsProps) {
  const text = useText();
  const { names } = usePeople();
  const pages = useApiPages('audit.exceptionRows', { ...exceptions.span, kind, person, limit: 60 });
  const who =
    person === 'all'
      ? text('audit.everybody')
      : person === 'nobody'
        ? text('audit.nobody')
        : (names.get(person) ?? text('audit.person-number', { number: String(person) }));
  return (
    <SidePanel
      title={text('audit.rows-of', { kind: text(`audit.kind-${kind}`), person: who })}
      onClose={exceptions.close}
    >
      <p className={styles.about}>{text(`audit.kind-${kind}-about`)}</p>
      <Content pages={pages}>
        <ol className={styles.rows}>
          {pages.items.map((row) => (
            <ExceptionRow key={row.rowId} row={row} kind={kind} withPerson={person === 'all'} />
          ))}
        </ol>
        {pages.hasNextPage && (
          <Button wide pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {text('audit.rows-more')}
          </Button>
        )}
      </Content>
    </SidePanel>
  );
}

type ContentProps = {
  readonly pages: Pick<
    ReturnType<typeof useApiPages<'audit.exceptionRows'>>,
    'isPending' | 'error' | 'items' | 'refetch'
  >;
  readonly children: ReactNode;
};

function Content({ pages: { isPending, error, items, refetch }, children }: ContentProps) {
  const text = useText();
  if (isPending) return <Skeleton height="12rem" />;
  if (error && items.length === 0) {
    return (
      <ErrorState
        happened={text('audit.exceptions-unreadable')}
        safe={text('audit.unreadable-safe')}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  if (items.length === 0) return <EmptyState drawing="done" title={text('audit.rows-none')} />;
  return children;
}

type ExceptionRowProps = {
  readonly row: Row;
  readonly kind: RowsProps['kind'];
  readonly withPerson: boolean;
};

function ExceptionRow({ row, kind, withPerson }: ExceptionRowProps) {
  const words = useValueWords();
  const { text, format, names } = words;
  const { target, amount, what, staff, approvedBy, share, entryId } = row;
  const more = [
    ...(withPerson && staff !== null ? [staff.name] : []),
    ...(approvedBy === null ? [] : [text('audit.rows-approved', { name: approvedBy.name })]),
    ...(share === null ? [] : [text('audit.rows-share', { share: format.percent(share) })]),
  ];
  return (
    <li className={styles.row}>
      <span className={styles.line}>
        <span className={styles.thing}>
          {target !== null && <ThingLink thing={target}>{thingWords(target, text, names)}</ThingLink>}
        </span>
        {amount !== null && <MoneyText amount={amount} currencySign={false} />}
      </span>
      {what !== null && <bdi className={styles.what}>{whatWords(kind, what, words)}</bdi>}
      <span className={styles.more}>
        <span className={styles.facts}>
          <bdi>{format.dateTime(row.at)}</bdi>
          {more.map((one) => (
            <bdi key={one}>{one}</bdi>
          ))}
        </span>
        {entryId !== null && (
          <Link to="/audit" query={{ entry: String(entryId) }}>
            {text('audit.rows-entry')}
          </Link>
        )}
      </span>
    </li>
  );
}

/** A product or a reason as it was typed; a code in its words. */
function whatWords(kind: RowsProps['kind'], what: string, words: Words): string {
  return kind === 'failed-sign-in' ? refusalWords(what, {}, words) : words.value('word', what);
}
