import './app/zod-setup.ts';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { PAPERS, type Paper } from '../shared/ipc/contract.ts';
import { bridge, messageOf } from './app/bridge.ts';
import { loadEvidenceStatuses } from './app/evidence-query.ts';
import { PrintedReport } from './features/report/printed-report.tsx';

/** The page that is printed and made into a PDF, out of sight: `report.html?paper=letter`. */
async function openReport(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('report.html has no element "root"');
  const root = createRoot(element);
  try {
    const [loaded, { version }] = await Promise.all([bridge.loadPlan({}), bridge.getAppInfo({})]);
    const evidence = await loadEvidenceStatuses(loaded.plan);
    root.render(
      <PrintedReport
        loaded={loaded}
        version={version}
        evidence={evidence}
        generatedAt={new Date().toISOString()}
        paper={paperIn(window.location.search)}
      />,
    );
  } catch (thrown) {
    root.render(<p>{messageOf(thrown)}</p>);
  }
}

function paperIn(query: string): Paper {
  const asked = new URLSearchParams(query).get('paper');
  return PAPERS.find((paper) => paper === asked) ?? 'letter';
}

void openReport();
