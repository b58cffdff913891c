import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Page, PageHeader } from '../../app/page.tsx';
import { paths } from '../../app/routes.ts';
import { ArchiveExport } from './archive-export.tsx';
import { ArchiveImport } from './archive-import.tsx';

/** One file with everything: save it, or put the plan of one in the place of your own. */
export function ArchivePage(): ReactNode {
  return (
    <Page>
      <PageHeader
        title="One file with everything"
        eyebrow={<Link to={paths.backups}>Backups</Link>}
        lead="Your plan and the files you attached, in one file with the extension .firstclaim: to keep on another disk, or to go on with on another computer."
      />
      <ArchiveExport />
      <ArchiveImport />
    </Page>
  );
}
