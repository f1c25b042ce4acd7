import { test } from '@playwright/test';
import { consent as bigbluebutton } from './bigbluebutton/consent.ts';
import { consentJourney } from './consent-journey.ts';
import { consent as jitsi } from './jitsi/consent.ts';
import { consent as meet } from './meet/consent.ts';
import { consent as teams } from './teams/consent.ts';
import { consent as webex } from './webex/consent.ts';
import { consent as zoom } from './zoom/consent.ts';

/** One journey on every site that has a list and a chat of its own: `-g zoom` runs one of them. Any page and Whereby have none, and their own. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.describe('meet', () => consentJourney(meet));
test.describe('teams', () => consentJourney(teams));
test.describe('zoom', () => consentJourney(zoom));
test.describe('jitsi', () => consentJourney(jitsi));
test.describe('webex', () => consentJourney(webex));
test.describe('bigbluebutton', () => consentJourney(bigbluebutton));
