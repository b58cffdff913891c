import type { ReactNode } from 'react';
import type { DeviceCheckFamily, Platform } from '../../../shared/domain/device-checks/device-check.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CommandList } from './command-list.tsx';
import styles from './commands-dialog.module.css';

interface CommandsDialogProps {
  readonly families: readonly DeviceCheckFamily[];
  readonly platform: Platform;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

// React gives the focus by itself and leaves the attribute out; a dialog that opens goes by the attribute.
function startHere(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/** Shows commands that were never run here before they are run. */
export function CommandsDialog({ families, platform, onRun, onClose }: CommandsDialogProps): ReactNode {
  return (
    <Dialog
      title="This will run on your computer"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onRun}>
            Run the checks
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      {/* Read from the top: the buttons are at the end of a long list. */}
      <p ref={startHere} tabIndex={-1} className={styles.start}>
        These commands only look; they change nothing and need no administrator. Of their answers, only what
        they prove is kept, in words. You are asked once, and again when a command changes.
      </p>
      {families.map((family) => (
        <div key={family.id} className={styles.family}>
          <h3>{family.title}</h3>
          <CommandList probes={family.on[platform].probes} />
        </div>
      ))}
    </Dialog>
  );
}
