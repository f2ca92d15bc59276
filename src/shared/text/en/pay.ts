/** Texts of taking money, wherever an order is paid. */
export const payText = {
  'pay.take': 'Take the payment',
  'pay.due': 'To pay',
  'pay.due-in-cash': '{amount} in cash',
  'pay.open': 'Still open',
  'pay.change': 'Change',
  'pay.amount': 'Amount',
  'pay.quick-cash': 'Cash given',
  'pay.tenders': 'How do they pay?',
  'pay.tenders-unreadable': 'The ways to pay could not be read',
  'pay.reference': 'Reference of {tender}',
  'pay.reference-help': 'Last four digits or the terminal’s number. Never a whole card number.',
  'pay.taken': 'Taken so far',
  'pay.taken-none': 'Nothing taken yet',
  'pay.take-back-tender': 'Take back {tender} {amount}',
  'pay.leave-title': 'Leave the payment',
  'pay.leave-help':
    'What was taken is not on any order yet. Leaving forgets it, so it must be given back to the customer:',
  'pay.leave': 'Leave and give it back',
  'pay.stay': 'Go on with the payment',
  'pay.numbers': 'Number pad',
  'pay.amount-missing': 'Type an amount and press Enter, or choose how the {amount} is paid.',
  'pay.too-much': 'Only cash gives change. Take at most {amount}.',
  'pay.nothing-open': 'Everything is paid. Press Enter to finish.',
  'pay.reference-missing': '{tender} needs a reference.',
  'pay.card-number':
    'This looks like a card number. Card numbers are never kept: write the last four digits at most.',
} as const;
