import { bigbluebutton } from '../../../src/platforms/bigbluebutton.ts';
import { start } from '../start.ts';

start(bigbluebutton);
