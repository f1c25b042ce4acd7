import { sandbox } from '../../../src/platforms/sandbox.ts';
import { start } from '../start.ts';

start(sandbox);
