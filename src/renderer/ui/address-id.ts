/** The id that a part of an address names (`?product=12`), or null where somebody wrote anything else there. */
export function addressId(written: string | undefined): number | null {
  return written !== undefined && /^[1-9]\d{0,14}$/.test(written) ? Number(written) : null;
}
