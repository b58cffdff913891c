import type { RuleCase } from '../rule-case.ts';

/** Cases for the rules of the home office items. */
export const officeCases: readonly RuleCase[] = [
  { item: 'off-space', rule: 'something-locks', change: { lock: 'none' }, says: 'Lock the door' },
  {
    item: 'off-space',
    rule: 'screen-out-of-sight',
    change: { screen_private: false },
    says: 'Turn the screen',
  },
  {
    item: 'off-space',
    rule: 'calls-not-overheard',
    change: { calls_private: false },
    says: 'without being overheard',
  },
  {
    item: 'off-space',
    rule: 'shared-without-control',
    change: { shared: true, shared_with: 'Two children', lock: 'none' },
    says: 'shared with others, and nothing locks',
  },
  {
    item: 'off-space',
    rule: 'shared-without-control',
    change: { shared: true, shared_with: 'Two children', screen_private: false },
    says: 'the screen can be seen',
  },
  {
    item: 'off-space',
    rule: 'shared-without-control',
    change: { shared: true, shared_with: 'Two children', calls_private: false },
    says: 'calls can be overheard',
  },
  {
    item: 'off-computer',
    rule: 'business-only',
    change: { business_only: false },
    says: 'for the business only',
  },
  {
    item: 'off-computer',
    rule: 'support-ended',
    change: { support_end: '2026-11-21' },
    says: 'end of support has passed',
  },
  {
    item: 'off-computer',
    rule: 'windows-10-without-esu',
    change: { os: 'windows-10', build: '22H2', esu: false },
    says: 'since 14 Oct 2025',
  },
  {
    item: 'off-computer',
    rule: 'windows-11-24h2-ended',
    change: { build: 'Version 24H2' },
    says: 'since 13 Oct 2026',
  },
  {
    item: 'off-computer',
    rule: 'account-shared',
    change: { shared_user: true },
    says: 'Someone else signs in',
  },
  {
    item: 'off-internet',
    rule: 'fallback-chosen',
    change: { fallback: 'none' },
    says: 'Set up a fallback',
  },
  {
    item: 'off-internet',
    rule: 'public-main-line',
    change: { main_line: 'public-wifi' },
    says: 'Public Wi-Fi is your main line',
  },
  {
    item: 'off-internet',
    rule: 'neighbour-main-line',
    change: { main_line: 'neighbour-wifi' },
    says: 'neighbor’s Wi-Fi is your main line',
  },
];
