/** English of receipts, as the host gives them. */
export const receiptEn = {
  'receipt.for': 'Receipt for {name}',
  'receipt.addendumFor': 'Addendum for {name}',
  'receipt.as.file': 'as a file that proves it',
  'receipt.as.page': 'As a page to print',
  'receipt.why':
    'A receipt holds their own entries, with proof, and nothing about anybody else. Send it to them yourself: this extension sends nothing.',
  'receipt.due.again': 'They were given a receipt, and nothing about them has been added since.',
  'receipt.due.addendum':
    'They were given a receipt, and something about them has been added since, such as a no or a deletion: give them the addendum.',
} as const;
