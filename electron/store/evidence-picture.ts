/** Most pixels of a picture shown in the page: a small file can unfold into gigabytes. */
const MAX_PIXELS = 50_000_000;

/** Width and height in pixels. */
type Size = readonly [width: number, height: number];

/** True for a picture that says how large it is, and is not too large to be drawn. */
export function mayPreview(mediaType: string, bytes: Uint8Array): boolean {
  const [width, height] = sizeOf(mediaType, new DataView(bytes.buffer, bytes.byteOffset, bytes.length)) ?? [
    0, 0,
  ];
  return width > 0 && height > 0 && width * height <= MAX_PIXELS;
}

function sizeOf(mediaType: string, view: DataView): Size | null {
  try {
    switch (mediaType) {
      case 'image/png':
        return [view.getUint32(16), view.getUint32(20)];
      case 'image/gif':
        return [view.getUint16(6, true), view.getUint16(8, true)];
      case 'image/jpeg':
        return sizeOfJpeg(view);
      case 'image/webp':
        return sizeOfWebp(view);
      default:
        return null;
    }
  } catch {
    // Cut off before it says so.
    return null;
  }
}

/** Walks from segment to segment to the one that starts a frame. */
function sizeOfJpeg(view: DataView): Size | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    } else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The three forms of WebP: with losses, without, and extended. */
function sizeOfWebp(view: DataView): Size | null {
  switch (view.getUint32(12)) {
    case 0x56503820:
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 0x56503858:
      return [uint24(view, 24) + 1, uint24(view, 27) + 1];
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
