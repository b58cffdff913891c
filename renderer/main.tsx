import './app/zod-setup.ts';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { bridge } from './app/bridge.ts';
import { guardDrops } from './app/guard-drops.ts';

guardDrops();
// What an earlier life of this page was sending when it was loaded again.
bridge.cancelEvidence({ uploadId: null }).catch(() => undefined);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
