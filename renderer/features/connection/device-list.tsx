import { type ReactNode, useState } from 'react';
import type { ConnectionPosture } from '../../../shared/domain/connection-posture.ts';
import type { DeviceCheckId, Platform } from '../../../shared/domain/device-checks/device-check.ts';
import { BatchButton } from './batch-button.tsx';
import styles from './check-list.module.css';
import { CheckRow } from './check-row.tsx';
import type { CheckRunner } from './check-runner.ts';
import { PLATFORM_NAMES } from './check-words.ts';
import { DevicePanel } from './device-panel.tsx';
import type { OpenRows } from './open-rows.ts';
import { deviceDetail, deviceRowId, RowDate, RowMark } from './row-parts.tsx';

interface DeviceListProps {
  readonly posture: ConnectionPosture;
  readonly platform: Platform | null;
  readonly runner: CheckRunner;
  readonly rows: OpenRows;
  readonly onCheckComputer: () => void;
}

/** The looks at this computer. */
export function DeviceList({ posture, platform, runner, rows, onCheckComputer }: DeviceListProps): ReactNode {
  // One at a time: several looks are answered in the fields of the same item.
  const [wordOf, setWordOf] = useState<DeviceCheckId | null>(null);
  return (
    <section className={styles.part} aria-labelledby="computer">
      <div className={styles.bar}>
        <h2 id="computer">This computer</h2>
        {platform === null ? null : (
          <BatchButton
            runner={runner}
            place="computer"
            label="Check this computer"
            onPress={onCheckComputer}
          />
        )}
      </div>
      {platform === null ? (
        <p>
          This app knows no checks for this system. Look yourself, and say what you saw in the items linked
          below.
        </p>
      ) : (
        <>
          <p className={styles.lead}>
            Looks at {PLATFORM_NAMES[platform]} by its own commands. They change nothing, and nothing runs
            until you press a button. What a command cannot show stays “could not tell”.
          </p>
          <div className={styles.frame}>
            <ul className={styles.list} aria-labelledby="computer">
              {posture.devices.map((entry) => {
                const check = entry.family.id;
                const id = deviceRowId(check);
                return (
                  <CheckRow
                    key={check}
                    id={id}
                    title={entry.name}
                    detail={deviceDetail(entry)}
                    mark={
                      <RowMark
                        standing={entry.standing}
                        subject={{ check, target: '' }}
                        underWay={runner.underWay}
                      />
                    }
                    meta={<RowDate standing={entry.standing} />}
                    isOpen={rows.isOpen(id)}
                    onToggle={() => rows.toggle(id)}
                  >
                    {() => (
                      <DevicePanel
                        entry={entry}
                        platform={platform}
                        runner={runner}
                        isWordOpen={wordOf === check}
                        onWordToggle={() => setWordOf(wordOf === check ? null : check)}
                      />
                    )}
                  </CheckRow>
                );
              })}
            </ul>
          </div>
        </>
      )}
    </section>
  );
}
