/** Tills that were turned over to customers. */
export type KioskTillsTable = { till: string; staffId: number | null; since: number };
