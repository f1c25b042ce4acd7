/**
 * Names under which note-taking services come into a meeting, lower case. Whoever bears one may be a recorder
 * of somebody else's; a name is no proof of it, so they stay a person of the list, and the host is told. Names that are widely seen, as of
 * 2026-11 (a fact of grade 4, src/platforms/facts.ts). A new service is a new line here.
 */
const SERVICES = [
  'otter.ai',
  'otterpilot',
  'fireflies',
  'read.ai',
  'read ai',
  'readai',
  'fathom',
  'tl;dv',
  'tldv',
  'avoma',
  'fellow.ai',
  'fellow ai',
  'gong.io',
  'grain.com',
  'krisp',
  'meetgeek',
  'notta',
  'sembly',
  'supernormal',
  'tactiq',
  'zoom ai companion',
];

/** What such services call themselves, whoever makes them: "Ana's Notetaker", "AI note taker", "Meeting recorder". */
const KINDS =
  /\b(?:note[ -]?taker|notetaking|meeting (?:recorder|assistant)|recording bot|transcri(?:ber|ption) bot)\b/;

/** Whether somebody's name is that of a note-taking service. Warns, and never lets anything open or leaves anybody out. */
export function isNoteTaker(name: string): boolean {
  const plain = name.slice(0, 200).normalize('NFKC').toLowerCase();
  return KINDS.test(plain) || SERVICES.some((service) => wordIn(plain, service));
}

/** As a word of its own: nobody called "Fathomski" is taken for a recorder. */
function wordIn(name: string, service: string): boolean {
  const at = name.indexOf(service);
  if (at < 0) return false;
  const letter = /[\p{L}\p{N}]/u;
  return !letter.test(name.charAt(at - 1)) && !letter.test(name.charAt(at + service.length));
}
