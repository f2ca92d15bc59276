/** What a product is counted in. Pieces are sold whole; the others may be parts of one (0.350 kg). */
export const units = ['piece', 'kg', 'g', 'l', 'm', 'hour'] as const;
export type Unit = (typeof units)[number];

/** Whether the till asks for a measured quantity instead of adding one. */
export function isMeasured(unit: Unit): boolean {
  return unit !== 'piece';
}
