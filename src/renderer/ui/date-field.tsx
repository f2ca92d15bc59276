import { Calendar as CalendarIcon, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import { useText } from './app-context.tsx';
import styles from './date-field.module.css';
import { fromLibraryDate, toLibraryDate } from './date-value.ts';
import fieldStyles from './field.module.css';
import { FieldFrame, type FieldProps, fieldState } from './field.tsx';
import { given } from './given.ts';
import { joinClasses } from './join-classes.ts';
import selectStyles from './select.module.css';

export type DateFieldProps = FieldProps & {
  readonly value: CalendarDate | null;
  readonly onChange: (value: CalendarDate | null) => void;
  readonly least?: CalendarDate | undefined;
  readonly most?: CalendarDate | undefined;
  /** Where the calendar opens when the field is empty: the business date. */
  readonly around?: CalendarDate | undefined;
};

/** A calendar day: typed by its parts in the locale's order, or picked from a calendar. */
export function DateField(props: DateFieldProps) {
  const text = useText();
  const { least, most, around } = props;
  return (
    <DatePicker
      {...fieldState(props)}
      value={props.value === null ? null : toLibraryDate(props.value)}
      onChange={(date) => {
        const next = date === null ? null : fromLibraryDate(date);
        if (date === null || next !== null) props.onChange(next);
      }}
      isReadOnly={props.readOnly ?? false}
      {...given({
        minValue: least && toLibraryDate(least),
        maxValue: most && toLibraryDate(most),
        placeholderValue: around && toLibraryDate(around),
      })}
    >
      <FieldFrame {...props}>
        <Group className={joinClasses(fieldStyles.control)}>
          <DateInput className={joinClasses(styles.input)}>
            {(segment) => <DateSegment segment={segment} className={joinClasses(styles.segment)} />}
          </DateInput>
          <AriaButton className={joinClasses(fieldStyles.inner)} aria-label={text('ui.open-calendar')}>
            <CalendarIcon aria-hidden="true" />
          </AriaButton>
        </Group>
      </FieldFrame>
      <Popover className={joinClasses(selectStyles.popover, styles.popover)} offset={4}>
        <Dialog className={joinClasses(styles.dialog)}>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function MonthCalendar() {
  const text = useText();
  return (
    <Calendar className={joinClasses(styles.calendar)}>
      <header className={styles.header}>
        <AriaButton
          slot="previous"
          className={joinClasses(styles.turn)}
          aria-label={text('ui.previous-month')}
        >
          <ChevronLeft aria-hidden="true" />
        </AriaButton>
        <Heading className={joinClasses(styles.month)} />
        <AriaButton slot="next" className={joinClasses(styles.turn)} aria-label={text('ui.next-month')}>
          <ChevronRight aria-hidden="true" />
        </AriaButton>
      </header>
      <CalendarGrid className={joinClasses(styles.grid)} weekdayStyle="short">
        <CalendarGridHeader className={joinClasses(styles.weekdays)}>
          {(day) => <CalendarHeaderCell className={joinClasses(styles.weekday)}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody className={joinClasses(styles.days)}>
          {(date) => <CalendarCell date={date} className={joinClasses(styles.day)} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
