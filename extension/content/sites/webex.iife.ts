import { webex } from '../../../src/platforms/webex.ts';
import { start } from '../start.ts';

start(webex);
