/** Texts of asking somebody on the spot: a manager's PIN for one action, one's own password again. */
export const approvalsText = {
  'approvals.title': 'Ask a manager',
  'approvals.who': 'Who approves this?',
  'approvals.once': 'It holds once, for this only, and both of you are in the log.',
  'approvals.asked-by': 'Asked by {name}',
  'approvals.of-order': 'Order {order}',
  'approvals.of-total': 'An order of {amount}',
  'approvals.pin-of': 'PIN of {name}',
  'approvals.password-of': 'Password of {name}',
  'approvals.password-first': 'The password is asked first on each day.',
  'approvals.approve': 'Approve',
  'approvals.somebody-else': 'Somebody else',
  'approvals.do-not': 'Do not ask',
  'approvals.what-discount': 'A discount above {ceiling}',
  'approvals.what-override-price': 'Another price for {name}',
  'approvals.what-oversell': 'Sell {name}, of which there is too little',
  'approvals.what-oversell-many': 'Sell {count} products of which there is too little',
  'approvals.password-title': 'Your password again',
  'approvals.password-why':
    'This changes what people may do, so the PIN alone is not enough. It is asked again after five minutes.',
  'approvals.password-missing': 'Write your password.',
  'approvals.go-on': 'Go on',
} as const;
