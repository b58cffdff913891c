import type { Section } from './types.ts';

/** The ten sections, in working order. */
export const sections: readonly Section[] = [
  {
    id: 'foundations',
    title: 'Foundations',
    shortTitle: 'Foundations',
    lead: 'What you know, and how you can show it.',
  },
  {
    id: 'business',
    title: 'Business and legal',
    shortTitle: 'Business and legal',
    lead: 'A real business, set up so that it can lawfully bill for others.',
  },
  {
    id: 'office',
    title: 'Home office and equipment',
    shortTitle: 'Home office',
    lead: 'A private room, a computer of its own, a line you can rely on.',
  },
  {
    id: 'clearinghouse',
    title: 'Clearinghouse vetting',
    shortTitle: 'Clearinghouse',
    lead: 'Choose the company that carries your clients’ claims, and check it before you sign.',
  },
  {
    id: 'software',
    title: 'Billing software',
    shortTitle: 'Billing software',
    lead: 'What your clients require first, then what suits you.',
  },
  {
    id: 'references',
    title: 'Forms and reference materials',
    shortTitle: 'Forms, references',
    lead: 'Current forms, licensed code sets, and each payer’s rules.',
  },
  {
    id: 'communication',
    title: 'Phone, fax and printer',
    shortTitle: 'Phone, fax, printer',
    lead: 'The ordinary machines that patient information passes through.',
  },
  {
    id: 'security',
    title: 'HIPAA program and secure connections',
    shortTitle: 'HIPAA and security',
    lead: 'The safeguards the law asks of a business associate, even of one person at home.',
  },
  {
    id: 'clients',
    title: 'Clients and marketing',
    shortTitle: 'Clients',
    lead: 'Find clients honestly, and put the work in writing.',
  },
  { id: 'launch', title: 'Launch', shortTitle: 'Launch', lead: 'Rehearse once from end to end, then open.' },
];
