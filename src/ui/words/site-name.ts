/** Meeting sites as people know them; one that is not listed by its id. Names of products are the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  meet: 'Google Meet',
  zoom: 'Zoom',
  teams: 'Microsoft Teams',
  webex: 'Webex',
  jitsi: 'Jitsi Meet',
  whereby: 'Whereby',
  bigbluebutton: 'BigBlueButton',
  sandbox: 'Sandbox',
  generic: 'Another site',
};

export function siteName(platform: string): string {
  return NAMES[platform] ?? platform;
}
