import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { CustomersTable } from '../../database/schema.ts';

/** What a merge decides of a customer. */
export type MergeFields = Pick<
  CustomersTable,
  'name' | 'phone' | 'email' | 'address' | 'note' | 'username' | 'passwordHash'
>;

/** Both before a merge, and the kept one after it. */
export type FieldsRecord = {
  readonly kept: MergeFields;
  readonly merged: MergeFields & { readonly archivedAt: number | null };
  readonly after: MergeFields;
};

/** Numbers of what went over. */
export type MovedRecord = {
  readonly orders: readonly number[];
  readonly returns: readonly number[];
  readonly notes: readonly number[];
  /** Customers that had been merged into the one that is merged now. */
  readonly merged: readonly number[];
  /** Numbers that they had in an Orderlla file. */
  readonly oldIds: readonly number[];
};

type Standing = { id: number; mergedId: number; keptId: number; name: string; at: number };

const standing = preparedRead<{ customerId: number }, Standing>((slot) =>
  query
    .selectFrom('customerMerges as m')
    .innerJoin('customers as c', 'c.id', 'm.mergedId')
    .select(['m.id', 'm.mergedId', 'm.keptId', 'c.name', 'm.at'])
    .where('m.keptId', '=', slot('customerId'))
    .where('m.undoneAt', 'is', null)
    .orderBy('m.id', 'desc'),
);

/** The merges into a customer that still stand, newest first; the newest can be taken back. */
export function mergesInto(db: ReadDb, customerId: number): CustomerDetail['merges'] {
  return standing
    .all(db, { customerId })
    .map(({ id, mergedId, name, at }, index) => ({ mergeId: id, mergedId, name, at, mayUndo: index === 0 }));
}
