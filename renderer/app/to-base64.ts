/** The bytes of a file, or of a part of one, in base64. Fails as the browser does when the file cannot be read. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    // The browser's own conversion: `Uint8Array.toBase64` is newer than the oldest engine the app runs on.
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'));
    reader.readAsDataURL(blob);
  });
}
