import type { GuideCorrection } from './types.ts';

/** What older career guides say, and what is true now. */
export const guideCorrections: readonly GuideCorrection[] = [
  {
    id: 'clearinghouse-supplies-work',
    guideSays: 'A clearinghouse will send you claims to bill.',
    now: 'A clearinghouse carries your clients’ claims to payers. Work comes from providers. A seller who promises claims, doctors or clients makes the classic scam offer, and may fall under the Business Opportunity Rule.',
    sources: ['ftc437', 'ftc-mb'],
  },
  {
    id: 'consumer-protection-agency',
    guideSays: 'Ask the “Consumer Protection Agency”.',
    now: 'No federal body has that name. Ask the state or county consumer protection office, and look in the FTC’s cases.',
    sources: ['usagov-c', 'ftc'],
  },
  {
    id: 'hcfa-forms',
    guideSays: 'You will work with “HCFA” documents.',
    now: 'The agency is now CMS. The form is the CMS-1500, version 02/12, and its electronic equivalent is the 837P transaction.',
    sources: ['nucc'],
  },
  {
    id: 'icd-9',
    guideSays: 'Learn ICD-9 or ICD-10.',
    now: 'Only ICD-10-CM counts for services since 1 October 2015.',
    sources: ['icd'],
  },
  {
    id: 'fax-machine',
    guideSays: 'A fax machine is a must.',
    now: 'A fax machine will do, and so will online fax with a signed business associate agreement. Claim attachments go electronic by May 2028.',
    sources: ['cloud', 'attach'],
  },
  {
    id: 'growth-21-per-cent',
    guideSays: 'The field grows by 21 percent.',
    now: 'That was the forecast for 2010 to 2020. The present one is 7 percent for 2024 to 2034.',
    sources: ['bls-old', 'bls'],
  },
  {
    id: 'average-pay',
    guideSays: 'The average pay is $32,350 (range $22,000 to $53,000), or $40,000 to $60,000.',
    now: 'The median for medical records specialists was $50,250 in May 2024. That is what employees earn, not what a business of your own brings in.',
    sources: ['bls'],
  },
  {
    id: 'certificates-needed',
    guideSays: 'The CMRS is the only certificate you need; or, the CPC and CCS are the two that count.',
    now: 'Federal law requires none. Of the credentials on offer, the CPB is the one made for billers.',
    sources: ['aapc', 'amba', 'ahima'],
  },
  {
    id: 'associate-degree',
    guideSays: 'An associate degree is the minimum.',
    now: 'Guides disagree, and the Bureau of Labor Statistics names a postsecondary award. There is no single minimum.',
    sources: ['bls'],
  },
  {
    id: 'aapc-name',
    guideSays: 'Join the American Academy of Professional Coders.',
    now: 'The organization goes by AAPC today.',
    sources: ['aapc'],
  },
  {
    id: 'hipaa-is-connections',
    guideSays: 'HIPAA means having secured connections.',
    now: 'As a business associate you owe a full program: risk analysis, policies, training, safeguards, agreements. The rules have bound you directly since 2013.',
    sources: ['160.103', '308', '310', '312', '314', '316'],
  },
  {
    id: 'paper-forms',
    guideSays: 'Keep a stock of paper forms.',
    now: 'Electronic first: Medicare takes claims electronically, with few waivers.',
    sources: ['asca'],
  },
  {
    id: 'network-settings',
    guideSays: 'The doctor shares the office’s “network settings” with you.',
    now: 'You get a login of your own, with a second sign-in step, and sometimes a VPN (a private line through the internet). You never use the provider’s own password.',
    sources: ['312'],
  },
  {
    id: 'income-story',
    guideSays: '“Sarah” tells what she earns from home.',
    now: 'One person’s story is not evidence. This app repeats no such figures; published wages are those of employees.',
    sources: ['bls'],
  },
];
