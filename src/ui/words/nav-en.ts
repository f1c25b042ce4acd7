/** English of the navigation between our own pages: see src/ui/nav/pages.ts. */
export const navEn = {
  'nav.label': 'Ask to Record',
  'nav.records': 'Recordings',
  'nav.review': 'Reviews',
  'nav.use': 'Use',
  'nav.log': 'Log',
  'nav.consents': 'My consents',
  'nav.verify': 'Check a file',
  'nav.settings': 'Settings',
} as const;
