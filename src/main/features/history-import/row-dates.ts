import {
  businessDateOf,
  type CalendarDate,
  dayNumber,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import type { Shop } from '../../app/context.ts';
import { type DateOrder, readClock, readDateCell } from './date-forms.ts';

/** When a row happened: by the shop's clock, and to which of its days it belongs. */
export type RowDate = { readonly date: CalendarDate; readonly at: number; readonly form: string };

const halfDay = 12 * 3_600_000;
const mostKept = 4_000;

/** Reads dates with their times. The same text is read once: rows of one order bear the same, and days repeat. */
export class RowDates {
  readonly #order: DateOrder;
  readonly #shop: Shop;
  readonly #thisYear: number;
  readonly #kept = new Map<string, RowDate | null>();
  /** How many dates are written in each form. */
  readonly forms = new Map<string, number>();

  constructor(order: DateOrder, shop: Shop, today: CalendarDate) {
    this.#order = order;
    this.#shop = shop;
    this.#thisYear = Math.floor(today / 10_000);
  }

  /** Null for what is no date. A time of its own column counts where the date has none. */
  read(dateText: string, timeText: string): RowDate | null {
    const key = `${dateText}\n${timeText}`;
    let found = this.#kept.get(key);
    if (found === undefined) {
      found = this.#read(dateText, timeText);
      if (this.#kept.size >= mostKept) this.#kept.clear();
      this.#kept.set(key, found);
    }
    if (found !== null) this.forms.set(found.form, (this.forms.get(found.form) ?? 0) + 1);
    return found;
  }

  #read(dateText: string, timeText: string): RowDate | null {
    if (dateText.length > 60) return null;
    const read = readDateCell(dateText, this.#order, this.#thisYear);
    if (read === null) return null;
    const { date, form } = read;
    const beside = read.time === null && timeText !== '' ? readClock(timeText) : null;
    const time = read.time ?? beside?.time ?? null;
    const offset = read.offset ?? beside?.offset ?? null;
    const { timeZone, dayStartMinutes } = this.#shop;
    // Of a day without a time the middle: it belongs to that day whenever the shop's days begin.
    if (time === null)
      return { date, at: startOfBusinessDate(date, timeZone, dayStartMinutes) + halfDay, form };
    const at =
      offset === null
        ? startOfBusinessDate(date, timeZone, Math.floor(time / 60_000)) + (time % 60_000)
        : dayNumber(date) * 86_400_000 + time - offset * 60_000;
    return { date: businessDateOf(at, timeZone, dayStartMinutes), at, form };
  }
}
