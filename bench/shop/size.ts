/** How large a shop is made, and the days that it has traded. */

export type ShopSize = { readonly orders: number; readonly products: number; readonly customers: number };

/** Days of trading, the last of them today. */
export const tradingDays = 3652;

/** Sunday 22 November 2026, the day that the tests' clock shows, in days since 1970. */
export const todayNumber = Date.UTC(2026, 10, 22) / 86_400_000;

/** Half past eleven: what was ordered today was ordered before. */
export const nowMs = Date.UTC(2026, 10, 22, 11, 30);

export const dayMs = 86_400_000;

/** What makes two runs the same shop. */
export const seed = 20_261_122;

/** Raised when the maker makes another shop of the same seed, so that no old one is measured. */
export const version = 1;
