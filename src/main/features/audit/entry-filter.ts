import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { contract, type Parsed } from '../../../shared/contract/index.ts';
import { auditGroupOf } from '../../../shared/domain/audit-kinds.ts';
import { mark } from '../../app/audit-marks.ts';

export type EntryFilter = Omit<Parsed<'audit.list'>, 'cursor' | 'limit'>;

/** What every entry that is looked for fulfils; null where that is nothing. */
export function filterConditions(filter: EntryFilter): RawBuilder<SqlBool> | null {
  const { staffId, actor, outcome, refusal, from, to } = filter;
  const calls = callsOf(filter);
  const words = filter.text.trim();
  const conditions: RawBuilder<SqlBool>[] = [];
  if (staffId !== null) conditions.push(sql`e.staffId = ${staffId}`);
  if (actor !== null) conditions.push(sql`e.actor = ${actor}`);
  if (calls !== null) conditions.push(sql`e.call IN (${sql.join(calls)})`);
  if (outcome === 'done') conditions.push(sql`e.outcome = 'ok'`);
  if (outcome === 'refused') conditions.push(sql`e.outcome <> 'ok'`);
  if (refusal !== null) conditions.push(sql`e.outcome = ${refusal}`);
  if (from !== null) conditions.push(sql`e.businessDate >= ${from}`);
  if (to !== null) conditions.push(sql`e.businessDate <= ${to}`);
  if (words !== '') conditions.push(sql`e.subject LIKE ${`%${escapeLike(words)}%`} ESCAPE '\\'`);
  return conditions.length === 0 ? null : sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}

/** Which stretches of the log may hold such entries: those where every mark stands. Null where any may. */
export function filterStretches(filter: EntryFilter): RawBuilder<{ stretch: number }> | null {
  const { staffId, actor, outcome, refusal, from, to } = filter;
  const calls = callsOf(filter);
  const parts: RawBuilder<unknown>[] = [];
  if (staffId !== null && calls !== null)
    parts.push(anyOf(calls.map((call) => mark.staffCall(staffId, call))));
  else if (staffId !== null) parts.push(anyOf([mark.staff(staffId)]));
  else if (calls !== null) parts.push(anyOf(calls.map(mark.call)));
  if (actor !== null) parts.push(anyOf([mark.actor(actor)]));
  if (refusal !== null) parts.push(anyOf([mark.refusal(refusal)]));
  else if (outcome === 'refused') parts.push(anyOf([mark.refused]));
  if (from !== null || to !== null) {
    const first = mark.date(from ?? firstDate);
    parts.push(
      sql`SELECT stretch FROM auditMarks WHERE mark BETWEEN ${first} AND ${mark.date(to ?? lastDate)}`,
    );
  }
  return parts.length === 0 ? null : sql`${sql.join(parts, sql` INTERSECT `)}`;
}

const firstDate = 1000_01_01;
const lastDate = 9999_12_31;

function anyOf(marks: readonly string[]): RawBuilder<unknown> {
  return sql`SELECT stretch FROM auditMarks WHERE mark IN (${sql.join(marks)})`;
}

/** The calls looked for; none at all where a group and a call contradict each other. */
function callsOf({ group, call }: EntryFilter): readonly string[] | null {
  if (call !== null) return group === null || auditGroupOf(call) === group ? [call] : [''];
  if (group === null) return null;
  return Object.keys(contract).filter((name) => auditGroupOf(name) === group);
}

function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, (letter) => `\\${letter}`);
}
