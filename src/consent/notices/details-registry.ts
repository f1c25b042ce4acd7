import { ar } from './details/ar.ts';
import { da } from './details/da.ts';
import { de } from './details/de.ts';
import { en } from './details/en.ts';
import { es } from './details/es.ts';
import { fr } from './details/fr.ts';
import { hi } from './details/hi.ts';
import { it } from './details/it.ts';
import { ja } from './details/ja.ts';
import { nl } from './details/nl.ts';
import { pl } from './details/pl.ts';
import { pt } from './details/pt.ts';
import { sv } from './details/sv.ts';
import { tr } from './details/tr.ts';
import { uk } from './details/uk.ts';
import { zh } from './details/zh.ts';
import type { DetailsWording } from './details-wording.ts';

/** One file a language, the languages of the notice. */
export const DETAILS: readonly DetailsWording[] = [ar, da, de, en, es, fr, hi, it, ja, nl, pl, pt, sv, tr, uk, zh];
