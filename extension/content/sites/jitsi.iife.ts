import { jitsi } from '../../../src/platforms/jitsi.ts';
import { start } from '../start.ts';

start(jitsi);
