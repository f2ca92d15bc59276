import { z } from 'zod';
import { auditActors, auditGroups, exceptionKinds, findingKinds } from '../domain/audit-kinds.ts';
import { command, query, task } from './define.ts';
import { day, done, flag, id, instant, key, money, name, nothing, page, share, text } from './fields.ts';

/**
 * Who did what, whether anybody tampered with it, and what an owner looks at twice. Every command, refusal and
 * sign-in appends exactly one entry to a chain whose key and newest link lie outside the shop file.
 */

const person = z.strictObject({ staffId: id, name: z.string() });

/** What an entry, a finding or an exception is about, for a link. `id` is the number that screens show. */
const target = z.strictObject({
  kind: z.enum([
    'order',
    'product',
    'category',
    'customer',
    'staff',
    'refund',
    'return',
    'stock-take',
    'stock-check',
    'import',
    'shop',
    'entry',
  ]),
  id: z.int().nonnegative(),
});

const filter = z.strictObject({
  /** Only what this person did. */
  staffId: id.nullable(),
  /** Only what was done by staff, by the application itself, at a kiosk … */
  actor: z.enum(auditActors).nullable(),
  /** Only calls of this group; `call` names a single one. */
  group: z.enum(auditGroups).nullable(),
  call: key.nullable(),
  /** Only what touched this order: itself, its refunds and returns. */
  orderId: id.nullable(),
  outcome: z.enum(['any', 'done', 'refused']),
  /** Only this refusal, by its code. */
  refusal: key.nullable(),
  /** Business dates, both included. */
  from: day.nullable(),
  to: day.nullable(),
  /** Letters that the subject holds, in any case: "product 12", "staff". */
  text: text(100),
});

const entry = z.strictObject({
  entryId: id,
  at: instant,
  businessDate: day,
  actor: z.enum(auditActors),
  /** Who did it, where it was somebody who works here. */
  staff: person.nullable(),
  /** The customer who did it at the kiosk. */
  customerId: id.nullable(),
  call: z.string(),
  /** `ok`, or the code of the refusal. */
  outcome: z.string(),
  approvedBy: person.nullable(),
  /** As it was noted: "order 1042", "shop", "5 orders". */
  subject: z.string().nullable(),
  target: target.nullable(),
});

const values = z.record(z.string(), z.unknown());

const check = z.strictObject({
  checkId: id,
  scope: z.enum(['quick', 'whole']),
  cause: z.enum(['start', 'nightly', 'manual']),
  at: instant,
  staffName: z.string().nullable(),
  /** What was looked at. */
  entries: z.int(),
  orders: z.int(),
  rows: z.int(),
  /** Findings that were new. */
  found: z.int(),
});

const finding = z.strictObject({
  findingId: id,
  kind: z.enum(findingKinds),
  foundAt: instant,
  /** What it is about; null where that is the shop file as a whole. */
  target: target.nullable(),
  /** The target's name today: "Beans", "Carla". */
  targetName: z.string().nullable(),
  /**
   * For its sentence, by kind. `entries-…`, `history-…` and `orders-missing`: `from`, `to` (numbers) and `count`;
   * `history-shorter`, `history-differs`: `keptAt` (an instant); `rows-…` and `seals-…`: `table`, the name of a kind of
   * rows (`schema` and `all` too), with `count` where it is many and `source` for the movements of a paper ("receipt 12");
   * `figures-differ`: `day` (yyyymmdd) and `count`.
   */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  acknowledged: z.strictObject({ at: instant, staffName: z.string(), note: z.string() }).nullable(),
});

const span = {
  from: day,
  to: day,
  /** Discounts of this share of the price or more are exceptions; parts per million. */
  discountShare: share,
};

/** How often, and how much where it is about money. */
const tally = z.strictObject({ kind: z.enum(exceptionKinds), count: z.int(), amount: money.nullable() });

export const auditCalls = {
  /** How the audit log stands, for the owner's screen and the status line. */
  'audit.state': query({
    needs: 'see-audit',
    input: nothing,
    output: z.strictObject({
      entries: z.int(),
      lastEntryAt: instant.nullable(),
      /** The last time that everything was verified; null before the first. */
      verifiedAt: instant.nullable(),
      /** Everything was verified on this business date. */
      isVerifiedToday: flag,
      /** A verification is running now. */
      isVerifying: flag,
      /** Findings that nobody acknowledged. */
      openFindings: z.int(),
    }),
    errors: [],
    reads: ['audit'],
  }),
  /**
   * Entries, newest first, by keyset. What is rare is looked for in turns: a page may be short, or empty, while `next`
   * is not null and there is more to look through.
   */
  'audit.list': query({
    needs: 'see-audit',
    input: filter.extend({ cursor: z.string().max(400).nullable(), limit: z.int().min(1).max(200) }),
    output: page(entry),
    errors: [],
    reads: ['audit', 'staff'],
  }),
  /** One entry with all that was noted. @throws `not-found`. */
  'audit.get': query({
    needs: 'see-audit',
    input: z.strictObject({ entryId: id }),
    output: entry.extend({
      /** What was asked, without secrets, but for what stands below. */
      details: values,
      /** What it was and became, by field; a single value stands as `value`. */
      before: values.nullable(),
      after: values.nullable(),
      /** Rights that others lent. */
      approvals: z.array(person.extend({ right: z.string() })),
      /** Null in entries from before these were kept. */
      requestId: z.string().nullable(),
      till: z.string().nullable(),
      windowId: z.int().nullable(),
      /** The entry's link of the chain. */
      hash: z.string(),
      previousId: id.nullable(),
      nextId: id.nullable(),
    }),
    errors: [],
    reads: ['audit', 'staff'],
  }),
  /** Everybody who works or worked here, for the filter. */
  'audit.people': query({
    needs: 'see-audit',
    input: nothing,
    output: z.array(person.extend({ disabled: flag })),
    errors: [],
    reads: ['staff'],
  }),
  /**
   * Saves the entries that the filter leaves as CSV, newest first, the first 100,000; leaves an entry itself. Asks for
   * the right to export too. @throws `forbidden`.
   */
  'audit.saveCsv': task({
    needs: 'see-audit',
    input: filter,
    output: z.strictObject({ saved: flag, fileName: z.string(), rows: z.int() }),
    errors: ['save-failed'],
    changes: ['audit'],
  }),
  /**
   * Verifies the chain, its kept head, the seal of every order, the digests of everything else, and that no order
   * number is missing; selling goes on meanwhile, and the asking window hears of its progress. `quick` looks at what is
   * newest and small. `start` and `nightly` are the application's own. @throws `forbidden`, `verification-running`.
   */
  'audit.verify': task({
    needs: 'see-audit',
    input: z.strictObject({
      scope: z.enum(['quick', 'whole']),
      cause: z.enum(['start', 'nightly', 'manual']),
    }),
    output: check,
    errors: ['verification-running'],
    changes: ['audit'],
  }),
  /** The last verifications, newest first, at most twenty. */
  'audit.checks': query({
    needs: 'see-audit',
    input: nothing,
    output: z.array(check),
    errors: [],
    reads: ['audit', 'staff'],
  }),
  /** What verifications found, newest first. A finding stays until somebody acknowledges it. */
  'audit.findings': query({
    needs: 'see-audit',
    input: z.strictObject({
      state: z.enum(['open', 'all']),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(finding),
    errors: [],
    reads: ['audit', 'staff', 'products', 'customers'],
  }),
  /** Acknowledges findings with a note; they stay in the list of all. @throws `not-found`, `nothing-changed`. */
  'audit.acknowledge': command({
    needs: 'see-audit',
    input: z.strictObject({ findingIds: z.array(id).min(1).max(500), note: name(500) }),
    output: done,
    errors: ['nothing-changed'],
    changes: ['audit'],
  }),
  /** What an owner looks at twice, counted by kind and by person. At most 400 days. @throws `invalid-input`. */
  'audit.exceptions': query({
    needs: 'see-audit',
    input: z.strictObject(span),
    output: z.strictObject({
      /** Every kind once, in a fixed order, those that did not happen with 0. */
      kinds: z.array(tally),
      /** Who did any, those with most first; `staff` is null for what nobody signed in did. */
      people: z.array(z.strictObject({ staff: person.nullable(), kinds: z.array(tally), count: z.int() })),
    }),
    errors: [],
    reads: ['audit', 'orders', 'refunds', 'returns', 'staff'],
  }),
  /** The rows behind one figure of the exceptions, newest first. */
  'audit.exceptionRows': query({
    needs: 'see-audit',
    input: z.strictObject({
      ...span,
      kind: z.enum(exceptionKinds),
      /** Of everybody, of nobody signed in, or of one person. */
      person: z.union([z.enum(['all', 'nobody']), id]),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: page(
      z.strictObject({
        /** Unique within its kind. */
        rowId: z.string(),
        at: instant,
        businessDate: day,
        staff: person.nullable(),
        approvedBy: person.nullable(),
        target: target.nullable(),
        amount: money.nullable(),
        /** Parts per million: what a discount took off. */
        share: share.nullable(),
        /** A product's name, or what was written as the reason. */
        what: z.string().nullable(),
        /** The entry of the log, where it is known. */
        entryId: id.nullable(),
      }),
    ),
    errors: [],
    reads: ['audit', 'orders', 'refunds', 'returns', 'staff'],
  }),
};
