import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';

/**
 * Free text about a customer never holds a card number: the shop file must be worth nothing to a thief.
 * @throws AppError `invalid-input` naming the field.
 */
export function refuseCardNumber(customer: { readonly note: string; readonly address: string }): void {
  for (const field of ['address', 'note'] as const) {
    if (looksLikeCardNumber(customer[field]))
      throw new AppError('invalid-input', { field, reason: 'card-number' });
  }
}
