import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { calendarDate, isTimeZone } from '../../../shared/domain/calendar.ts';
import { currencyExponent } from '../../../shared/domain/currency.ts';
import { firstReturnCap } from '../../../shared/domain/denominations.ts';
import { money, zeroMoney } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { formatRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { TaskHandler } from '../../app/context.ts';
import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { keepKeyCopy } from '../staff/keep-key-copy.ts';
import { requireGoodPassword, requireGoodPin } from '../staff/require-good-secret.ts';

type Input = Parsed<'setup.openShop'>;
type Hashes = { readonly password: string; readonly pin: string };

/** Bytes of a recovery code: 128 bits, more than anybody can guess. */
const recoveryBytes = 16;

/** The rates a shop opens with hold for all that came before it too, such as imported history. */
const firstDay = calendarDate(19000101);

/** Opens the shop and signs its owner in. All of it, or nothing. */
export const openShop: TaskHandler<'setup.openShop'> = async (ctx, input) => {
  if (ctx.shopOrNull) throw new AppError('already-open');
  requireGoodPassword(input.password);
  requireGoodPin(input.pin);
  const exponent = currencyExponent(input.currency);
  if (exponent === null) throw new AppError('unknown-currency', { currency: input.currency });
  if (!isTimeZone(input.timeZone)) throw new AppError('unknown-time-zone', { timeZone: input.timeZone });
  const { secrets, now } = ctx;
  const recoveryCode = formatRecoveryCode(secrets.random(recoveryBytes));
  const keyCopy = secrets.sealKeys(recoveryCode);
  const [password, pin, codeHash] = await Promise.all([
    secrets.hash(input.password),
    secrets.hash(input.pin),
    secrets.hash(recoveryCode),
  ]);
  const { staffId, sessionId } = await ctx.transaction((db, note) => {
    // Two windows, or a double click, while the hashes were made.
    if (db.get(query.selectFrom('shop').select('id'))) throw new AppError('already-open');
    insertShop(db, input, exponent, codeHash, now);
    keepKeyCopy(db, keyCopy);
    insertTaxes(db, input);
    insertTenders(db);
    note('shop', { name: input.name });
    const id = insertOwner(db, input, { password, pin }, now);
    return { staffId: id, sessionId: ctx.session.begin(db, id, 'setup') };
  });
  ctx.session.rememberPassword(staffId);
  ctx.session.open(sessionId);
  ctx.session.confirm(sessionId);
  return { recoveryCode };
};

function insertShop(db: WriteDb, input: Input, exponent: number, codeHash: string, now: number): void {
  db.run(
    query.insertInto('shop').values({
      id: 1,
      name: input.name,
      address: input.address,
      phone: input.phone,
      country: input.country,
      locale: input.locale,
      currency: input.currency,
      currencyExponent: exponent,
      timeZone: input.timeZone,
      dayStartMinutes: 0,
      pricesIncludeTax: input.pricesIncludeTax ? 1 : 0,
      taxRounding: 'line',
      cashRounding: zeroMoney,
      deliveryDays: 4,
      reorderLevel: pieces(50),
      oversell: 'warn',
      lockAfterSeconds: 300,
      receiptHeader: '',
      receiptFooter: '',
      receiptPaper: '80mm',
      recoveryCodeHash: codeHash,
      isSample: 0,
      openedAt: now,
      timerEnabled: 1,
      returnCap: money(firstReturnCap(input.currency)),
      kioskCartCap: 5,
      kioskIdleSeconds: 90,
      customerCancelsUntil: 'received',
    }),
  );
}

function insertTaxes(db: WriteDb, { taxClasses }: Input): void {
  const chosen = taxClasses.findIndex((one) => one.isDefault);
  taxClasses.forEach(({ name, rates }, position) => {
    const isDefault = position === Math.max(chosen, 0) ? 1 : 0;
    const { lastId } = db.run(query.insertInto('taxClasses').values({ name, position, isDefault }));
    for (const rate of rates) {
      db.run(
        query
          .insertInto('taxRates')
          .values({ taxClassId: lastId, name: rate.name, rate: rate.rate, startDate: firstDay }),
      );
    }
  });
}

/** Every shop can take these; the owner renames, reorders and adds. */
const firstTenders: readonly (readonly [string, TenderKind])[] = [
  ['Cash', 'cash'],
  ['Card', 'card'],
  ['UPI', 'upi'],
];

function insertTenders(db: WriteDb): void {
  firstTenders.forEach(([name, kind], position) => {
    const asksReference = kind === 'cash' ? 0 : 1;
    const row = { name, kind, position, asksReference, atKiosk: 1, archivedAt: null } as const;
    db.run(query.insertInto('tenders').values(row));
  });
}

function insertOwner(db: WriteDb, input: Input, hashes: Hashes, now: number): number {
  const owner = {
    name: input.ownerName,
    role: 'owner' as const,
    passwordHash: hashes.password,
    pinHash: hashes.pin,
    colour: 0,
    createdAt: now,
    disabledAt: null,
  };
  return db.run(query.insertInto('staff').values(owner)).lastId;
}
