import { type ReactNode, useMemo } from 'react';
import { baaChain } from '../../../shared/domain/baa-chain.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { AddPartner } from './add-partner.tsx';
import { BaaChainPart } from './baa-chain-part.tsx';
import { PartnerItems } from './partner-items.tsx';
import { PartnerList } from './partner-list.tsx';

/** Clients and vendors: who is who, and where the chain of agreements is broken. */
export function PartnersPage(): ReactNode {
  const { plan, today } = usePlan();
  const chain = useMemo(() => baaChain(plan, today), [plan, today]);
  return (
    <Page>
      <PageHeader
        title="Partners"
        lead="The practices you bill for and everyone who works for you. Recorded once, here: the checklist takes names, agreements and dates from this page."
      />
      <BaaChainPart chain={chain} />
      <AddPartner />
      <PartnerList kind="client" plan={plan} chain={chain} />
      <PartnerList kind="vendor" plan={plan} chain={chain} />
      <PartnerItems />
    </Page>
  );
}
