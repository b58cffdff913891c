import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Page, PageHeader } from './page.tsx';
import { paths } from './routes.ts';

/** Said when an address leads nowhere. */
export function NotFoundPage(): ReactNode {
  return (
    <Page>
      <PageHeader
        title="There is no such page"
        lead="The address may be from an older version of First Claim."
      />
      <p>
        <Link to={paths.overview}>Go to the overview</Link>
      </p>
    </Page>
  );
}
