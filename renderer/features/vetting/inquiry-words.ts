import type { PostureKind } from '../../../shared/domain/connection-posture.ts';
import type { InquiryStanding, Whose } from '../../../shared/domain/vetting/inquiries.ts';

/**
 * Shape and word of each standing. An answer is somebody's word and looks like one: it is never green, because it clears
 * nobody.
 */
export const INQUIRY_MARKS: Readonly<
  Record<InquiryStanding, { readonly kind: PostureKind; readonly text: string }>
> = {
  'not-asked': { kind: 'not-checked', text: 'Still to ask' },
  unfinished: { kind: 'not-checked', text: 'Not finished' },
  waiting: { kind: 'unknown', text: 'Waiting' },
  'ask-again': { kind: 'again', text: 'Ask again' },
  answered: { kind: 'attested', text: 'Answer on record' },
  against: { kind: 'attested-failed', text: 'Against it' },
  'state-unknown': { kind: 'not-checked', text: 'State missing' },
};

export const WHOSE_WORDS: Readonly<Record<Whose, string>> = {
  home: 'Your state',
  'head-office': 'State of its head office',
  both: 'Your state, and that of its head office',
};
