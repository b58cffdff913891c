export const TROUBLE_PATH = '/trouble.html';
export const STOPPED_PATH = '/stopped.html';

/** What the buttons of the trouble page ask for, as fragments of its address: it needs no script and no bridge. */
export const SHOW_FOLDER = '#show-folder';
export const QUIT = '#quit';
export const TRY_AGAIN = '#try-again';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** The page shown when the plan cannot be opened: what happened, in the application's own words, and two ways on. */
export function troublePages(message: string, dataFolder: string): ReadonlyMap<string, string> {
  const html = pageOf('Your plan could not be opened', message, [
    `Nothing was changed. Your data folder is <code>${escapeHtml(dataFolder)}</code>.`,
    waysOf([SHOW_FOLDER, QUIT]),
  ]);
  return new Map([
    [TROUBLE_PATH, html],
    ['/trouble.css', STYLE],
  ]);
}

/** The page shown when the window's own page has died again and again. */
export function stoppedPages(dataFolder: string): ReadonlyMap<string, string> {
  const html = pageOf(
    'This window stopped working several times',
    'What you saved is safe. What you typed last is still kept in this window until it is closed.',
    [`Your data folder is <code>${escapeHtml(dataFolder)}</code>.`, waysOf([TRY_AGAIN, SHOW_FOLDER, QUIT])],
  );
  return new Map([
    [STOPPED_PATH, html],
    ['/trouble.css', STYLE],
  ]);
}

const WAYS: Readonly<Record<string, string>> = {
  [TRY_AGAIN]: 'Try again',
  [SHOW_FOLDER]: 'Show the folder',
  [QUIT]: 'Quit',
};

function waysOf(wishes: readonly string[]): string {
  return wishes.map((wish) => `<a role="button" href="${wish}">${WAYS[wish] ?? ''}</a>`).join(' ');
}

/** `title` and `message` are text; what follows is markup already. */
function pageOf(title: string, message: string, [rest, ways]: readonly [string, string]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>First Claim</title><link rel="stylesheet" href="/trouble.css"></head>
<body><main>
<h1>${escapeHtml(title)}</h1>
<p role="alert">${escapeHtml(message)}</p>
<p>${rest}</p>
<p class="ways">${ways}</p>
</main></body>
</html>
`;
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
