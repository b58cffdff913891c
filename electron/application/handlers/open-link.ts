import { linkFor } from '../../../shared/catalog/links.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Opens an address of the catalog in the user's browser. */
export const openLink: Handler<'openLink'> = async ({ linkId }, { catalog, shell }) => {
  const url = linkFor(catalog, linkId);
  if (url === null) return failed('link-refused', 'First Claim opens only the addresses in its own list.');
  const opened = await shell.openLink(url);
  return opened.ok ? ok({}) : opened;
};
