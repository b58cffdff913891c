export const TROUBLE_PATH = '/trouble.html';

/** What the buttons of the trouble page ask for, as fragments of its address: it needs no script and no bridge. */
export const SHOW_FOLDER = '#show-folder';
export const QUIT = '#quit';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** The page shown when the plan cannot be opened: what happened, in the application's own words, and two ways on. */
export function troublePages(message: string, dataFolder: string): ReadonlyMap<string, string> {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>First Claim</title><link rel="stylesheet" href="/trouble.css"></head>
<body><main>
<h1>Your plan could not be opened</h1>
<p role="alert">${escapeHtml(message)}</p>
<p>Nothing was changed. Your data folder is <code>${escapeHtml(dataFolder)}</code>.</p>
<p class="ways"><a role="button" href="${SHOW_FOLDER}">Show the folder</a> <a role="button" href="${QUIT}">Quit</a></p>
</main></body>
</html>
`;
  return new Map([
    [TROUBLE_PATH, html],
    ['/trouble.css', STYLE],
  ]);
}

const STYLE = `
:root { color-scheme: light dark; --paper: #faf8f3; --ink: #1d2a33; --accent: #0b5c63; --focus: #b45309; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191d; --ink: #e8e6df; --accent: #6fc3c4; --focus: #f0a44a; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 62ch; margin: 0 auto; padding: 15vh 24px 24px; }
h1 { font: 600 1.875rem/1.2 Georgia, serif; }
code { overflow-wrap: anywhere; }
.ways { display: flex; gap: 12px; margin-top: 32px; }
.ways a { padding: 8px 16px; border: 1px solid; border-radius: 6px; color: var(--accent); text-decoration: none; }
.ways a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;
