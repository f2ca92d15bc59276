import type { KeyboardEvent, Ref } from 'react';
import { auditGroups } from '../../../shared/domain/audit-kinds.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { DaySpan } from '../../ui/day-span.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { appliedFilters } from './applied-filters.ts';
import { daysFilters, daysSpan, type LogFilter, otherActors, outcomeFilters } from './log-filter.ts';
import styles from './log-filters.module.css';
import type { Log } from './use-log.ts';
import { usePeople } from './use-people.ts';

type LogFiltersProps = {
  readonly log: Log;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onIntoList: () => void;
};

/** The search box and what narrows the log; under them what is applied, each gone with one press. */
export function LogFilters({ log, searchRef, onIntoList }: LogFiltersProps) {
  const { text, format } = useApp();
  const { names } = usePeople();
  const { filter, change } = log;
  const count = log.rows.length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onIntoList();
  };
  return (
    <FilterBar
      applied={appliedFilters(filter, change, { text, format, names })}
      onClear={log.clear}
      summary={log.isLoading ? '' : text(log.hasMore ? 'audit.count-and-more' : 'audit.count', { count })}
    >
      <SearchField
        label={text('audit.search')}
        placeholder={text('audit.search-hint')}
        keys="F2"
        value={filter.text}
        inputRef={searchRef}
        onChange={(typed) => change({ text: typed })}
        onKeyDown={onKeyDown}
      />
      <PersonSelect log={log} />
      <div className={styles.choice}>
        <Select
          label={text('audit.group')}
          hideLabel
          choices={[
            { key: 'all', label: text('audit.group-all') },
            ...auditGroups.map((key) => ({ key, label: text(`audit.group-${key}`) })),
          ]}
          value={filter.group ?? 'all'}
          onChange={(key) => change({ group: auditGroups.find((group) => group === key) ?? null })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label={text('audit.outcome')}
          hideLabel
          choices={outcomeFilters.map((key) => ({ key, label: text(`audit.outcome-${key}`) }))}
          value={filter.outcome}
          onChange={(outcome) => change({ outcome, ...(outcome === 'done' ? { refusal: null } : {}) })}
        />
      </div>
      <div className={styles.number}>
        <TextField
          label={text('audit.order')}
          hideLabel
          placeholder={text('audit.order-hint')}
          value={filter.order}
          onChange={(order) => change({ order })}
        />
      </div>
      <Days log={log} />
    </FilterBar>
  );
}

function PersonSelect({ log: { filter, change } }: { readonly log: Log }) {
  const text = useText();
  const { people } = usePeople();
  const key = filter.person === null ? 'all' : String(filter.person);
  const listed = people.map(({ staffId, name, disabled }) => ({
    key: String(staffId),
    label: disabled ? text('audit.left-shop', { name }) : name,
  }));
  const others = otherActors.map((actor) => ({ key: actor as string, label: text(`audit.actor-${actor}`) }));
  const choose = (chosen: string) => {
    const staffId = people.find((person) => String(person.staffId) === chosen)?.staffId;
    change({ person: staffId ?? otherActors.find((actor) => actor === chosen) ?? null });
  };
  return (
    <div className={styles.choice}>
      <Select
        label={text('audit.person')}
        hideLabel
        choices={[{ key: 'all', label: text('audit.anybody') }, ...listed, ...others]}
        value={key}
        onChange={choose}
      />
    </div>
  );
}

function Days({ log: { filter, change, today } }: { readonly log: Log }) {
  const text = useText();
  return (
    <>
      <div className={styles.choice}>
        <Select
          label={text('audit.days')}
          hideLabel
          choices={daysFilters.map((key) => ({ key, label: text(`audit.days-${key}`) }))}
          value={filter.days}
          onChange={(days) => change({ ...customStart(days, filter, today), days })}
        />
      </div>
      {filter.days === 'custom' && (
        <DaySpan
          fromLabel={text('audit.from')}
          toLabel={text('audit.to')}
          from={filter.from}
          to={filter.to}
          around={today}
          onChange={change}
        />
      )}
    </>
  );
}

/** Chosen days begin with those that were shown, so that nothing jumps away. */
function customStart(days: LogFilter['days'], filter: LogFilter, today: Log['today']): Partial<LogFilter> {
  if (days !== 'custom' || filter.days === 'custom') return {};
  const { from, to } = daysSpan(filter, today);
  return { from: from ?? today, to: to ?? today };
}
