/** Texts of the page that holds one person's data. */
export const personDataText = {
  'person-data.file': 'Customer {number} data',
  'person-data.title': 'What we know of {name}',
  'person-data.made': '{shop}, {time}',
  'person-data.also': 'Also written down as',
  'person-data.notes': 'Notes',
  'person-data.orders': { zero: 'No orders', one: '{count} order', other: '{count} orders' },
  'person-data.returns': { zero: 'No returns', one: '{count} return', other: '{count} returns' },
  'person-data.placed': 'Placed',
  'person-data.status': 'Status',
  'person-data.credited': 'Taken off since',
  'person-data.paid': 'Paid, {tender}',
  'person-data.refunded': 'Refunded',
  'person-data.invoice': 'Invoice',
  'person-data.return': 'Return {number}',
  'person-data.of-order': 'Of order',
} as const;
