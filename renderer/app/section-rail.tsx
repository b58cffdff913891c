import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { SectionId } from '../../shared/catalog/ids.ts';
import { isStateCode } from '../../shared/catalog/state-codes.ts';
import type { Profile } from '../../shared/domain/plan.ts';
import type { Readiness, SectionAssessment } from '../../shared/domain/readiness.ts';
import { classNames } from '../ui/class-names.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { BrandMark } from './brand-mark.tsx';
import { usePlan } from './plan-query.ts';
import { parseItemId, paths } from './routes.ts';
import styles from './section-rail.module.css';

/** The list at the left: where one can go, and how far each section is. Folds into a menu when narrow. */
export function SectionRail(): ReactNode {
  const { plan, readiness } = usePlan();
  const [path] = useLocation();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the menu.
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={classNames(styles.rail, isOpen && styles.open)}>
      <header className={styles.brand}>
        <Link to={paths.overview} className={styles.name}>
          <BrandMark />
          First Claim
        </Link>
        <button
          type="button"
          className={styles.menuButton}
          aria-expanded={isOpen}
          aria-controls="rail-places"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close menu' : 'Menu'}
        </button>
      </header>
      <nav id="rail-places" className={styles.places} aria-label="Sections and pages">
        <ul className={styles.list}>
          <Place to={paths.overview} path={path} title="Overview" />
          {catalog.sections.map(({ id, shortTitle }) => (
            <SectionPlace key={id} id={id} title={shortTitle} path={path} readiness={readiness} />
          ))}
        </ul>
        <ul className={styles.list}>
          <Place
            to={paths.gate}
            path={path}
            title="Patient data"
            end={readiness.gate.mayTouchPhi ? 'yes' : 'not yet'}
          />
          <Place
            to={paths.vetting}
            path={path}
            title="Vetting desk"
            isInside={path === paths.compare || path.startsWith('/vetting/')}
          />
          <Place to={paths.partners} path={path} title="Partners" isInside={path.startsWith('/partners/')} />
          <Place
            to={paths.connection}
            path={path}
            title="Secure connection"
            isInside={path === paths.rule || path === paths.breach}
          />
          <Place to={paths.calendar} path={path} title="Calendar" />
          <Place to={paths.report} path={path} title="Report" />
          <Place to={paths.welcome} path={path} title="Your business" />
          <Place
            to={paths.history}
            path={path}
            title="History"
            isInside={path.startsWith('/history/') || path === paths.backups || path === paths.archive}
          />
          <Place to={paths.guides} path={path} title="Older guides" />
          <Place to={paths.sources} path={path} title="Sources" />
        </ul>
      </nav>
      <footer className={styles.footer}>
        <p>{whoFor(plan.profile)}</p>
        <p>Everything stays on this computer.</p>
      </footer>
    </div>
  );
}

interface PlaceProps {
  readonly to: string;
  readonly path: string;
  readonly title: string;
  /** Said at the end of the row. */
  readonly end?: string | undefined;
  /** The page shown is inside this place rather than the place itself. */
  readonly isInside?: boolean | undefined;
  readonly icon?: ReactNode;
}

function Place({ to, path, title, end, isInside = false, icon }: PlaceProps): ReactNode {
  return (
    <li>
      <Link
        to={to}
        className={styles.place}
        aria-current={to === path ? 'page' : isInside ? 'true' : undefined}
      >
        <span className={styles.title}>{title}</span>
        {end === undefined ? null : (
          <>
            {' '}
            <span className={styles.end}>{end}</span>
          </>
        )}
        {icon === undefined ? null : (
          <>
            {' '}
            <span className={styles.icon}>{icon}</span>
          </>
        )}
      </Link>
    </li>
  );
}

interface SectionPlaceProps {
  readonly id: SectionId;
  readonly title: string;
  readonly path: string;
  readonly readiness: Readiness;
}

function SectionPlace({ id, title, path, readiness }: SectionPlaceProps): ReactNode {
  const section = readiness.sections.find((each) => each.id === id);
  if (section === undefined) return null;
  const itemId = parseItemId(path.startsWith('/item/') ? path.slice('/item/'.length) : undefined);
  const isInside = catalog.items.some((item) => item.id === itemId && item.section === id);
  return (
    <Place
      to={paths.section(id)}
      path={path}
      title={title}
      isInside={isInside}
      end={countOf(section)}
      icon={<StatusIcon state={section.state} word="hidden" />}
    />
  );
}

function countOf({ settled, total }: SectionAssessment): string {
  return total === 0 ? 'set aside' : `${settled} of ${total}`;
}

function whoFor({ businessName, town, homeState }: Profile): string {
  const state = homeState !== null && isStateCode(homeState) ? homeState : '';
  const place = [town, state].filter((part) => part !== '').join(', ');
  return [businessName, place].filter((part) => part !== '').join(' · ') || 'Your business has no name yet.';
}
