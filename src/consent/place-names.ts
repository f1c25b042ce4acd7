import { isListed, PLACES, placeOf } from '../policy/places.ts';
import { OTHER_NAMES } from './place-other-names.ts';
import { foldPlace } from './place-spelling.ts';

/** The countries and territories of ISO 3166-1, and Kosovo; but not Réunion, which is "in a meeting" in four of our languages. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Codes that a name means in a language, folded: more than one where people mean more than one place by it. */
export type PlaceNames = (language: string, folded: string) => readonly string[];

/** What a country is called in a language (Intl.DisplayNames has it); undefined where nobody knows. */
export type NameOfCountry = (language: string, code: string) => string | undefined;

/**
 * Names of all countries, and of the states and provinces that the rules know. A country that is in no rule is known here all the same:
 * whoever says that they are there must not count as where they said they were before.
 */
export function placeNames(nameOfCountry: NameOfCountry): PlaceNames {
  const made = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  const namesOf = (language: string) => {
    const names = made.get(language) ?? collect(language, nameOfCountry);
    made.set(language, names);
    return names;
  };
  return (language, folded) => {
    // English names are used in all languages, at least of states.
    const found = [language, 'en'].flatMap((one) => [...(namesOf(one).get(folded) ?? [])]);
    return [...new Set(found)].sort();
  };
}

function collect(language: string, nameOfCountry: NameOfCountry): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const add = (name: string, code: string) => {
    const folded = foldPlace(name);
    const codes = names.get(folded) ?? new Set();
    names.set(folded, codes.add(code));
  };
  for (const code of COUNTRIES) {
    const name = nameOfCountry(language, code);
    // Puerto Rico and Hong Kong have a code of their own and one within a country: they are one row.
    if (name !== undefined) add(name, isListed(code) ? placeOf(code).code : code);
  }
  if (language === 'en')
    for (const place of PLACES) if (place.within !== null) add(place.name.replace(/ \(.*$/, ''), place.code);
  for (const [code, others] of Object.entries(OTHER_NAMES[language] ?? {}))
    for (const name of others.split(', ')) add(name, code);
  return names;
}
