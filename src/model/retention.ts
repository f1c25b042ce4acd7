/**
 * Why something was deleted. time-over: the promised time. shortened: the time that the host made shorter afterwards. host: by hand. erased: a
 * participant asked for it.
 */
export const DELETIONS = ['time-over', 'shortened', 'host', 'erased'] as const;
export type DeletionWhy = (typeof DELETIONS)[number];

/** What a legal hold is set over. matter: several recordings under one name. */
export const HOLDS_OVER = ['epoch', 'recording', 'person', 'matter'] as const;
export type HoldOver = (typeof HOLDS_OVER)[number];
