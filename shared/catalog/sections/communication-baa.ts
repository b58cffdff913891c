/** How a phone or fax provider stands: the answers both questions offer. */
export const BAA_ANSWERS = { signed: 'Signed', missing: 'Not signed' } as const;
