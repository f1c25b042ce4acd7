import type { JitsiApp } from '../../../src/platforms/jitsi/app.ts';
import { serve } from '../../../src/platforms/jitsi/in-page.ts';

serve(document, () => (globalThis as { readonly APP?: JitsiApp }).APP);
