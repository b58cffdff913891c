import type { PartnerKind } from '../../../shared/domain/partner.ts';

/** What the page says about clients and about vendors. */
export const KIND_WORDS: Readonly<
  Record<
    PartnerKind,
    {
      readonly title: string;
      readonly one: string;
      readonly several: string;
      readonly lead: string;
      readonly none: string;
    }
  >
> = {
  client: {
    title: 'Clients',
    one: 'client',
    several: 'clients',
    lead: 'The practices you bill for. Each may give you patient data only under a signed agreement.',
    none: 'No clients yet. Add the first practice you bill for as soon as you talk about patient data.',
  },
  vendor: {
    title: 'Vendors',
    one: 'vendor',
    several: 'vendors',
    lead: 'Everyone who works for you. Whoever sees or keeps patient data needs a signed agreement with you.',
    none: 'No vendors yet. Think of the clearinghouse, software, e-fax, phone, email, backup, shredding and IT help.',
  },
};
