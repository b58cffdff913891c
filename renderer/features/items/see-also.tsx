import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import { paths } from '../../app/routes.ts';
import { AsidePart } from './aside-part.tsx';

interface OwnPage {
  readonly to: string;
  readonly title: string;
}

const BREACH: OwnPage = { to: paths.breach, title: 'Breach clocks: whom to tell by when' };
const RULE: OwnPage = { to: paths.rule, title: 'The Security Rule, point by point' };
const CONNECTION: OwnPage = { to: paths.connection, title: 'Secure connection: portals and this computer' };

/** Pages of their own that belong to an item. */
const PAGES: Readonly<Partial<Record<ItemId, readonly OwnPage[]>>> = {
  'sec-incident': [BREACH],
  'sec-risk': [RULE],
  'sec-policies': [RULE],
  'sec-encrypt': [CONNECTION, RULE],
  'sec-hygiene': [CONNECTION],
  'sec-access': [CONNECTION],
  'sec-network': [CONNECTION],
  'off-computer': [CONNECTION],
};

/** Leads from an item to the pages that do part of its work. */
export function SeeAlso({ itemId }: { readonly itemId: ItemId }): ReactNode {
  const pages = PAGES[itemId];
  if (pages === undefined) return null;
  return (
    <AsidePart title="See also">
      {pages.map(({ to, title }) => (
        <p key={to}>
          <Link to={to}>{title}</Link>
        </p>
      ))}
    </AsidePart>
  );
}
