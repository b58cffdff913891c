import { type ReactNode, useState } from 'react';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import { warnOfPatientData } from '../../../shared/domain/patient-data.ts';
import { MAX_REASON, reasonSchema } from '../../../shared/domain/plan-schema.ts';
import { bridge } from '../../app/bridge.ts';
import { useDraft, useDrafts } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonBox } from '../../ui/fields/reason-box.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useItemAction } from './use-item-action.ts';

interface NotApplicableDialogProps {
  readonly itemId: ItemId;
  readonly onClose: () => void;
}

/** Asks why an item does not apply. The reason prints, so it has to be said; what was typed outlives a closed dialog. */
export function NotApplicableDialog({ itemId, onClose }: NotApplicableDialogProps): ReactNode {
  const path = `${itemId}/reason`;
  const drafts = useDrafts();
  const reason = useDraft(path)?.typed ?? '';
  const announce = useAnnounce();
  const action = useItemAction(itemId);
  const [isRefused, setRefused] = useState(false);
  const checked = reasonSchema.safeParse(reason);
  const problem = checked.success ? null : (checked.error.issues[0]?.message ?? null);
  const confirm = async (): Promise<void> => {
    if (!checked.success) {
      setRefused(true);
      document.getElementById(path)?.focus();
      return;
    }
    const done = await action.run(() => bridge.setNotApplicable({ itemId, reason: checked.data }));
    if (done === null) return;
    drafts.forget(path);
    announce('Marked as not applying to you.');
    onClose();
  };
  return (
    <Dialog
      title="Why does this not apply to you?"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={confirm}>
            It does not apply
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        The reason is printed on your report. Your answers stay, and you can change your mind at any time.
      </p>
      <ReasonBox
        path={path}
        label="Your reason"
        text={reason}
        max={MAX_REASON}
        error={action.trouble ?? (isRefused ? problem : null)}
        warning={warnOfPatientData(reason)?.message ?? null}
        onText={(typed) => drafts.keep(path, typed)}
      />
    </Dialog>
  );
}
