/** Texts about a shop that was saved from a damaged file, and what rows are called that stand in it for lost ones. */
export const salvageText = {
  'salvage.of-about': '{count} of about {all}',
  'salvage.missing': { one: 'About 1', other: 'About {count}' },
  'salvage.rebuilt': {
    one: '1 was lost, and put together again from what belongs to it',
    other: '{count} were lost, and put together again from what belongs to them',
  },
  'salvage.from-backup': {
    one: '1 was lost, and taken from the newest verified backup',
    other: '{count} were lost, and taken from the newest verified backup',
  },
  'salvage.none-known': 'None that is known of',
  'salvage.backup':
    'What was taken from the backup is as it was when the backup was made. Orders that changed since were not taken from it.',
  'salvage.newest':
    'A part of what was written last is damaged. Compare the last order here with the last receipt you have.',
  'salvage.stand-ins': {
    one: 'A product, customer or person that is lost has something in its place, so that its orders are kept. Its name begins with “Lost”, or is the name on its last order.',
    other:
      '{count} products, customers or people that are lost have something in their place, so that their orders are kept. Their names begin with “Lost”, or are the names on their last orders.',
  },
  'salvage.aside': {
    one: '1 entry more could be read, and nothing tells what it belongs to. It is left out.',
    other: '{count} entries more could be read, and nothing tells what they belong to. They are left out.',
  },
  'salvage.deleted':
    'The file does not tell any more what had been deleted. Something that was deleted before may be back.',

  'salvage.product': 'Lost product {id}',
  'salvage.customer': 'Lost customer {id}',
  'salvage.person': 'Lost person {id}',
  'salvage.tender': 'Lost way to pay {id}',
  'salvage.tax-class': 'Lost tax class {id}',
  'salvage.file': 'Lost with a damaged shop file',
  'salvage.note': 'Put together again after the shop file was damaged',
  'salvage.address': 'Lost with a damaged shop file',
} as const;
