import { generic } from '../../../src/platforms/generic.ts';
import { start } from '../start.ts';

start(generic);
