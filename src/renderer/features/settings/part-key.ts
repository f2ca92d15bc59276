/** A part of the settings, as its address names it: `/settings?part=taxes`. */
export type PartKey =
  | 'shop'
  | 'receipts'
  | 'numbering'
  | 'taxes'
  | 'tenders'
  | 'orders'
  | 'till'
  | 'kiosk'
  | 'figures'
  | 'computer';
