/**
 * Of the ids that a site's list of people shows, those that name an account, the same in every meeting. All others live for one join, and
 * may be somebody else's in the next meeting: Meet's and Jitsi's are made anew, and the other sites show none. Jitsi's store may hold the id of a
 * token beside them (`jwtId`), but on servers that do not check it anybody can say it of themselves, and a server's ids mean nothing on another one.
 */
const ACCOUNT: Readonly<Record<string, RegExp>> = {
  /** Of work or school, and of Microsoft. Who comes without an account has an id of one meeting (`8:teamsvisitor:…`). Grade 3, seen 2026-08. */
  teams: /^(8:(?:orgid|live):\S+)$/,
  /** `<room>_<8 hex digits>-<account>` for whoever came in with one. */
  sandbox: /_[0-9a-f]{8}-([a-z0-9]+)$/,
};

/** Whether a site can show such ids at all. */
export function hasAccounts(platform: string): boolean {
  return Object.hasOwn(ACCOUNT, platform);
}

/** The account that an id of the list stands for; null where it names nothing beyond this meeting. */
export function accountOf(platform: string, siteId: string | null): string | null {
  if (siteId === null || !hasAccounts(platform)) return null;
  return ACCOUNT[platform]?.exec(siteId)?.[1] ?? null;
}
