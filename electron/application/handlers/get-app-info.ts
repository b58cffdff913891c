import { ok } from '../../../shared/domain/result.ts';
import { platformHere } from '../../checks/check-desk.ts';
import type { Handler } from '../handler.ts';
import { noticeOfUnreadable } from '../unreadable-notice.ts';

/** What the app says about itself, and anything the user should know before trusting the page. */
export const getAppInfo: Handler<'getAppInfo'> = (_input, context) => {
  const recorded = context.store.read();
  const unreadable = recorded.ok ? noticeOfUnreadable(context.catalog, recorded.value.unreadable) : null;
  const notices = [context.notice, unreadable, context.keeper.notice()].filter((notice) => notice !== null);
  return ok({
    version: context.version,
    shell: context.shell.kind,
    dataFolder: context.dataFolder,
    platform: platformHere(context.ports),
    notice: notices.length === 0 ? null : notices.join(' '),
  });
};
