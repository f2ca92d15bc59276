import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';

/** No paper of the stock holds a card number. @throws AppError `card-number-in-text` naming the field. */
export function refuseCardNumbers(texts: Readonly<Record<string, string>>): void {
  for (const [field, typed] of Object.entries(texts)) {
    if (looksLikeCardNumber(typed)) throw new AppError('card-number-in-text', { field });
  }
}
