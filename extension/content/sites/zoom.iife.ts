import { zoom } from '../../../src/platforms/zoom.ts';
import { start } from '../start.ts';

start(zoom);
