import { whereby } from '../../../src/platforms/whereby.ts';
import { start } from '../start.ts';

start(whereby);
