/**
 * Puts a text on the clipboard; false when that was refused. Then the text is left selected on the page, so that
 * Ctrl+C or ⌘C does the rest: this app grants pages no permission, and without one the asynchronous clipboard may refuse.
 */
export async function copyText(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    window.getSelection()?.selectAllChildren(shown);
    return copySelection(text);
  }
}

// The older way needs no permission, only that the user has just pressed something. Plain text, without our typefaces.
function copySelection(text: string): boolean {
  const putPlain = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', putPlain);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', putPlain);
  }
}
